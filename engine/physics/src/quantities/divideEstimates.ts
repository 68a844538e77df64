import { combineEstimates } from './combineEstimates.js';
import type { Estimate } from './estimate.js';

/** The quotient a / b; `door` gives it its unit. Throws GW_NOT_FINITE through the door when b is zero. */
export function divideEstimates<Q extends number>(a: Estimate, b: Estimate, door: (value: number) => Q): Estimate<Q> {
  const quotient = a.value / b.value;
  const inputs = [
    { estimate: a, sensitivity: 1 / b.value },
    { estimate: b, sensitivity: -quotient / b.value },
  ];
  return combineEstimates(door(quotient), inputs, door(1));
}
