import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { gray, type Gray } from '../quantities/quantity.js';

/** What was delivered and what comes. */
export function cumulativeDose(delivered: Estimate<Gray>, coming: readonly Estimate<Gray>[]): Estimate<Gray> {
  const all = [delivered, ...coming];
  const sum = all.reduce((total, { value }) => total + value, 0);
  return combineEstimates(
    gray(sum),
    all.map(estimate => ({ estimate, sensitivity: 1 })),
  );
}
