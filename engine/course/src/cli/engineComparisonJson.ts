import type { DoseEngineComparison } from '../engine/courseEngine.js';
import { quantityJson } from './quantityJson.js';

/** Two dose engines on one activity as one JSON object; differences are other minus used. */
export function engineComparisonJson({ used, other, regions: doses, comparison }: DoseEngineComparison): object {
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
      absorbedDose_Gy: doses
        .filter(({ name }) => name === region.name)
        .map(pair => [quantityJson(pair.used, 1), quantityJson(pair.other, 1)])[0],
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
