/** When two doses count as the same at a point: within a difference of dose, or at a distance. */
export interface GammaCriteria {
  readonly doseDifferencePercent: number;
  readonly distanceMm: number;
  /** Per cent of the largest dose ("global"), or of the dose at the point ("local"). */
  readonly normalisation: 'maximum' | 'local';
  /** A voxel is evaluated where its dose is at least this share, %, of the largest dose of the volume or of a region that it lies in. */
  readonly lowestDosePercent: number;
}

/** Suggested for two computations on one grid: stricter than the 3 %/3 mm of external beams, because nothing is measured. */
export const SUGGESTED_GAMMA_CRITERIA: GammaCriteria = {
  doseDifferencePercent: 2,
  distanceMm: 2,
  normalisation: 'local',
  lowestDosePercent: 10,
};
