import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';

/**
 * The geometric mean of two count rates, 1/s. A rate below zero (background above counts) stands as zero; then nothing was seen, and the mean is
 * uncertain by that of both rates.
 */
export function geometricMean(a: Estimate, b: Estimate): Estimate {
  const mean = Math.sqrt(Math.max(0, a.value) * Math.max(0, b.value));
  if (mean === 0)
    return makeEstimate(
      0,
      [a, b].flatMap(({ contributions }) => contributions.map(share => ({ ...share, standardUncertainty: share.standardUncertainty / 2 }))),
    );
  return combineEstimates(mean, [
    { estimate: a, sensitivity: mean / (2 * a.value) },
    { estimate: b, sensitivity: mean / (2 * b.value) },
  ]);
}
