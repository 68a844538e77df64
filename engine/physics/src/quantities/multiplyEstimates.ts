import { combineEstimates } from './combineEstimates.js';
import type { Estimate } from './estimate.js';

/** The product of two estimates; `door` gives it its unit (`gram` for mL times g/mL, say) and refuses what that unit cannot be. */
export function multiplyEstimates<Q extends number>(a: Estimate, b: Estimate, door: (value: number) => Q): Estimate<Q> {
  const inputs = [
    { estimate: a, sensitivity: b.value },
    { estimate: b, sensitivity: a.value },
  ];
  return combineEstimates(door(a.value * b.value), inputs, door(1));
}
