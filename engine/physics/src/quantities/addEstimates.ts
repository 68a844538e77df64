import { combineEstimates } from './combineEstimates.js';
import type { Estimate } from './estimate.js';

/** The sum of a list of estimates (zero for an empty list); `door` gives it its unit. */
export function addEstimates<Q extends number>(estimates: readonly Estimate[], door: (value: number) => Q): Estimate<Q> {
  const sum = estimates.reduce((total, estimate) => total + estimate.value, 0);
  const inputs = estimates.map(estimate => ({ estimate, sensitivity: 1 }));
  return combineEstimates(door(sum), inputs, door(1));
}
