import { exp } from '../numerics/exp.js';
import type { Second } from '../quantities/quantity.js';

/** What is left of an activity after `seconds`: 2^(-seconds / halfLife). Above 1 for negative seconds, that is back in time. */
export function decayFactor(halfLife: Second, seconds: number): number {
  return exp((-Math.LN2 * seconds) / halfLife);
}
