import type { Contribution, Estimate } from '../quantities/estimate.js';

/** What the camera's calibration factor leaves uncertain in an activity (Bq) that was measured with it; nothing where the image came as activity. */
export function calibrationShares(factor: Estimate | null, activity: number): Contribution[] {
  if (!factor) return [];
  return factor.contributions.map(share => ({
    ...share,
    source: 'calibration',
    standardUncertainty: factor.value > 0 ? (activity * share.standardUncertainty) / factor.value : 0,
  }));
}
