import { combineEstimates } from './combineEstimates.js';
import type { Estimate } from './estimate.js';

/** The quotient a / b; `door` gives it its unit. Throws GW_NOT_FINITE through the door when b is zero. */
export function divideEstimates<Q extends number>(a: Estimate, b: Estimate, door: (value: number) => Q): Estimate<Q> {
  const value = door(a.value / b.value);
  return combineEstimates(value, [
    { estimate: a, sensitivity: 1 / b.value },
    { estimate: b, sensitivity: -value / b.value },
  ]);
}
