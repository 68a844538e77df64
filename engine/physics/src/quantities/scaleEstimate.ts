import { combineEstimates } from './combineEstimates.js';
import type { Estimate } from './estimate.js';

/** An estimate times an exact factor; `door` gives it its unit. */
export function scaleEstimate<Q extends number>(estimate: Estimate, factor: number, door: (value: number) => Q): Estimate<Q> {
  return combineEstimates(door(estimate.value * factor), [{ estimate, sensitivity: factor }], door(1));
}
