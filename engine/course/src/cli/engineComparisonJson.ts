import type { DoseEngineComparison } from '../engine/courseEngine.js';

/** Two dose engines on one activity as one JSON object; differences are other minus used. */
export function engineComparisonJson({ used, other, comparison }: DoseEngineComparison): object {
  const { criteria, passShare, evaluatedVoxels, regions } = comparison;
  return {
    used: used.engine,
    other,
    gamma: {
      doseDifference_percent: criteria.doseDifferencePercent,
      distance_mm: criteria.distanceMm,
      normalisation: criteria.normalisation,
      lowestDose_percent: criteria.lowestDosePercent,
      passShare,
      evaluatedVoxels,
    },
    regions: regions.map(region => ({
      name: region.name,
      gammaPassShare: region.passShare,
      mean_Gy: [region.used.meanGy, region.other.meanGy],
      d98Difference_Gy: region.other.d98Gy - region.used.d98Gy,
      d50Difference_Gy: region.other.d50Gy - region.used.d50Gy,
      d2Difference_Gy: region.other.d2Gy - region.used.d2Gy,
      meanDifference_Gy: region.other.meanGy - region.used.meanGy,
      meanDifference_percent: 100 * (region.other.meanGy / region.used.meanGy - 1),
    })),
  };
}
