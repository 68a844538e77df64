import { log } from '../numerics/log.js';
import { holdingDeviation, type Beside } from './holdingDeviation.js';
import type { TruncatedLogNormal } from './truncatedLogNormal.js';

const LOG_LN2 = log(Math.LN2);

/** `logDeviation` of `singleScanSpread` for a distribution that is there already: for many times in a row. */
export function integralDeviation(
  distribution: TruncatedLogNormal,
  seconds: number,
  held = distribution.median,
  perActivity?: number,
  beside?: Beside,
): number {
  const logIntegral = (effective: number, logarithm: number): number => logarithm - LOG_LN2 + (seconds * Math.LN2) / effective;
  const logTaken = perActivity === undefined ? logIntegral(held, log(held)) : log(perActivity);
  return holdingDeviation(distribution, (effective, logarithm) => logIntegral(effective, logarithm) - logTaken, beside);
}
