import { log } from '../numerics/log.js';
import { second, type Second } from '../quantities/quantity.js';

/** Below this share of what was there another scan shows nothing. Suggested. */
const LEAST_LEFT = 0.02;

/** How long after a moment a scan still shows something of what was there then, for its half-life. */
export function latestUsefulTime(halfLife: Second): Second {
  return second(halfLife * (log(1 / LEAST_LEFT) / Math.LN2));
}
