/** Where the detectors draw their lines. */
export interface DetectorThresholds {
  /** A voxel is hot when its concentration is more than this many times the mean of the liver (or of the kidneys, where no liver is drawn: once). */
  readonly hotTimesLiver: number;
  /** A cluster of hot voxels counts from this volume on, mL. */
  readonly leastClusterMl: number;
  /** And from this share of the administered activity on, decay taken off. */
  readonly leastClusterShare: number;
  /** Regions are widened by this much before voxels outside of them are looked at: blur and outlines drawn small, mm. */
  readonly marginMm: number;
  /** An injection site holds at least this share of the administered activity. */
  readonly injectionSiteShare: number;
  /** It is a part of the body that is thinner, from front to back, than this share of the thickest. */
  readonly thinShare: number;
  /** Its volume is that of the voxels above this share of its maximum. */
  readonly isocontour: number;
  /** Dose and activity of one kidney over the other's. */
  readonly kidneyRatio: number;
  /** Activity of a kidney may rise by this factor from one scan to the next, but not by more. */
  readonly kidneyRise: number;
  /** Rises are looked for from this time on, h after the administration. */
  readonly riseAfterHours: number;
  /** A renal pelvis is hot above this many times the mean concentration of its kidney, and looked for this far around it, mm. */
  readonly pelvisTimesKidney: number;
  readonly pelvisReachMm: number;
  readonly leastPelvisMl: number;
  /** What should take up has at least this many times the concentration of its surroundings. */
  readonly uptakeContrast: number;
  /** Activity in view, decay taken off, may grow by this factor from one scan to the next, but not by more. */
  readonly balanceGrowth: number;
  /** In the first hours a field of view on the trunk sees at least this share of the administered activity. */
  readonly balanceLeast: number;
  readonly balanceUntilHours: number;
}

/**
 * Suggested for 177Lu peptides and PSMA ligands, to be confirmed by the centre: nobody has published such limits. The ratio of the kidneys (0.67 to 1.5), the
 * one per cent of an injection site and the balance follow the clinical specification of this project; the others are chosen so that no digital patient
 * without abnormality raises a prompt (docs/validation/detectors.md).
 */
export const SUGGESTED_THRESHOLDS: DetectorThresholds = {
  hotTimesLiver: 3,
  leastClusterMl: 3,
  leastClusterShare: 5e-4,
  marginMm: 15,
  injectionSiteShare: 0.01,
  thinShare: 0.6,
  isocontour: 0.41,
  kidneyRatio: 1.5,
  kidneyRise: 1.15,
  riseAfterHours: 3,
  pelvisTimesKidney: 1.5,
  pelvisReachMm: 30,
  leastPelvisMl: 1,
  uptakeContrast: 1.5,
  balanceGrowth: 1.15,
  balanceLeast: 0.1,
  balanceUntilHours: 6,
};
