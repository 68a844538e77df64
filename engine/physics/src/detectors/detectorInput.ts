import type { Nuclide } from '../nuclides/nuclideData.js';
import type { PopulationPrior } from '../priors/populationPrior.js';
import type { Estimate } from '../quantities/estimate.js';
import type { Becquerel, Gray, Second } from '../quantities/quantity.js';
import type { CurvePoint, TimeActivityFit } from '../record/cycleVerification.js';
import type { Volume, VolumeGeometry } from '../volume/volumeGeometry.js';
import type { DetectorThresholds } from './detectorThresholds.js';

/** A scan as the detectors see it. */
export interface DetectorScan {
  readonly timePoint: number;
  readonly afterAdministration: Second;
  /** On the grid of the regions, at the start of the scan. */
  readonly concentration: Volume<'Bq/mL'>;
  /** Bq per detected count; null when not known. */
  readonly becquerelPerCount: number | null;
  /** All activity that the scan sees, on its own grid. */
  readonly inView: Estimate<Becquerel>;
}

/** A drawn region as the detectors see it; unions of others are not among them. */
export interface DetectorRegion {
  readonly name: string;
  readonly label: string;
  readonly mask: Uint8Array;
  readonly curve: readonly CurvePoint[];
  readonly model: TimeActivityFit['model'];
  readonly effectiveHalfLife: Estimate<Second>;
  readonly absorbedDose: Estimate<Gray>;
}

/** Everything that the detectors look at. */
export interface DetectorInput {
  readonly cycle: number;
  readonly radiopharmaceutical: string;
  readonly nuclide: Nuclide;
  readonly administered: Estimate<Becquerel>;
  /** Of scans and regions. */
  readonly geometry: VolumeGeometry;
  /** In the order of time. */
  readonly scans: readonly DetectorScan[];
  readonly regions: readonly DetectorRegion[];
  /** On the same grid; null without a CT. */
  readonly density: Volume<'g/mL'> | null;
  /** The camera's calibration factor, whose uncertainty all activities share; null for images in Bq/mL. */
  readonly calibration: Estimate | null;
  readonly sitePriors?: readonly PopulationPrior[];
  readonly thresholds?: DetectorThresholds;
}
