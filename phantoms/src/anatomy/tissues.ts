/** A tissue as a CT sees it. */
export interface Tissue {
  readonly hounsfield: number;
  readonly densityGPerMl: number;
}

/**
 * The tissues of the phantoms.
 *
 * Densities lie within 1 % of ICRU 46 and ICRP 110; each Hounsfield number is the one that has this density in the calibration of Schneider, Bortfeld and Schlegel
 * (Phys. Med. Biol. 45:459, 2000) as the engine mends it between 23 and 101 HU: the phantom's scanner obeys it, so that a mass taken from its CT is right.
 */
export const TISSUES = {
  air: { hounsfield: -1000, densityGPerMl: 0.0012 },
  lung: { hounsfield: -749, densityGPerMl: 0.26 },
  fat: { hounsfield: -86, densityGPerMl: 0.94 },
  'bowel content': { hounsfield: 3, densityGPerMl: 1.02 },
  kidney: { hounsfield: 39, densityGPerMl: 1.04 },
  lesion: { hounsfield: 43, densityGPerMl: 1.0425 },
  blood: { hounsfield: 47, densityGPerMl: 1.045 },
  spleen: { hounsfield: 51, densityGPerMl: 1.047 },
  muscle: { hounsfield: 56, densityGPerMl: 1.05 },
  liver: { hounsfield: 64, densityGPerMl: 1.055 },
  disc: { hounsfield: 107, densityGPerMl: 1.08 },
  spongiosa: { hounsfield: 209, densityGPerMl: 1.14 },
  'vertebral bone': { hounsfield: 445, densityGPerMl: 1.28 },
  rib: { hounsfield: 665, densityGPerMl: 1.41 },
  'couch shell': { hounsfield: 151, densityGPerMl: 1.106 },
  'couch foam': { hounsfield: -932, densityGPerMl: 0.071 },
} as const satisfies Record<string, Tissue>;

export type TissueName = keyof typeof TISSUES;
