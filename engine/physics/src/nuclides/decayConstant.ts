import { perSecond, type PerSecond, type Second } from '../quantities/quantity.js';

/** ln 2 over the half-life. Throws GW_NOT_FINITE for a half-life of zero. */
export function decayConstant(halfLife: Second): PerSecond {
  return perSecond(Math.LN2 / halfLife);
}
