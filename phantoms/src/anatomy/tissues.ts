/** A tissue as a CT sees it. */
export interface Tissue {
  readonly hounsfield: number;
  readonly densityGPerMl: number;
}

/**
 * The tissues of the phantoms.
 *
 * Densities after ICRP 110 and ICRU 46 (kidney, bowel content and lesion by choice); each Hounsfield number is the one that the calibration of Schneider, Bortfeld
 * and Schlegel (Phys. Med. Biol. 45:459, 2000) gives this density, so that a mass taken from the CT with that calibration is right.
 */
export const TISSUES = {
  air: { hounsfield: -1000, densityGPerMl: 0.0012 },
  lung: { hounsfield: -748, densityGPerMl: 0.26 },
  fat: { hounsfield: -87, densityGPerMl: 0.94 },
  'bowel content': { hounsfield: 2, densityGPerMl: 1.02 },
  kidney: { hounsfield: 32, densityGPerMl: 1.04 },
  lesion: { hounsfield: 36, densityGPerMl: 1.045 },
  muscle: { hounsfield: 40, densityGPerMl: 1.05 },
  blood: { hounsfield: 44, densityGPerMl: 1.055 },
  liver: { hounsfield: 49, densityGPerMl: 1.06 },
  spleen: { hounsfield: 49, densityGPerMl: 1.06 },
  disc: { hounsfield: 66, densityGPerMl: 1.08 },
  spongiosa: { hounsfield: 208, densityGPerMl: 1.14 },
  'vertebral bone': { hounsfield: 444, densityGPerMl: 1.28 },
  rib: { hounsfield: 664, densityGPerMl: 1.41 },
  'couch shell': { hounsfield: 150, densityGPerMl: 1.106 },
  'couch foam': { hounsfield: -930, densityGPerMl: 0.072 },
} as const satisfies Record<string, Tissue>;

export type TissueName = keyof typeof TISSUES;
