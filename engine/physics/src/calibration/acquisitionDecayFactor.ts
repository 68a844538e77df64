import { expm1 } from '../numerics/expm1.js';
import type { Second } from '../quantities/quantity.js';

/**
 * Activity at the start of an acquisition over its mean during the acquisition: x / (1 - e^-x) with x = ln 2 * duration / halfLife.
 * 1 for an acquisition that takes no time, and never below 1.
 */
export function acquisitionDecayFactor(halfLife: Second, duration: Second): number {
  const x = (Math.LN2 * duration) / halfLife;
  return x === 0 ? 1 : x / -expm1(-x);
}
