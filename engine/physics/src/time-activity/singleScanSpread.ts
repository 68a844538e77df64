import { log } from '../numerics/log.js';
import type { Estimate } from '../quantities/estimate.js';
import { normalQuantile } from '../quantities/normalQuantile.js';
import { second, type Second } from '../quantities/quantity.js';
import { truncatedLogNormal, type TruncatedLogNormal } from './truncatedLogNormal.js';

/** A scan `seconds` after the administration and the half-life's distribution: `value` the median, u / value the standard deviation of the logarithm. */
export interface SingleScanSpreadInput {
  readonly halfLife: Estimate<Second>;
  readonly physicalHalfLife: Second;
  readonly seconds: number;
  /** The half-life that is taken; left out: the median below the physical half-life. */
  readonly held?: Second;
  /** The integral per activity that is taken, s; left out: that of the half-life taken. */
  readonly perActivity?: number;
}

/** How far the time-integrated activity by one scan may be from the truth, by the half-life's distribution alone. */
export interface SingleScanSpread {
  /** Of the half-life below the physical one. */
  readonly median: Second;
  /**
   * 95 % of ln(true integral / integral taken) lie within 1.96 of this, the relative standard uncertainty of a lognormal whose interval holds 95 %; never
   * below the root mean square.
   */
  readonly logDeviation: number;
  /** The same for the half-life. */
  readonly halfLifeLogDeviation: number;
}

const PROBABILITY = 0.95;
const LOG_LN2 = log(Math.LN2);
const COVERAGE = normalQuantile((1 + PROBABILITY) / 2);

/**
 * The spread of the integral per activity, T / ln 2 * 2^(t/T), over the lognormal distribution of the effective half-life T, truncated at the physical
 * half-life (rule T17).
 *
 * About t = T / ln 2 it has no first-order term (Madsen et al. 2013, Med Phys 40, 101901), and everywhere it is skew: the integral is least at
 * T = t ln 2. So the deviation is taken from the interval that must hold and not from the second moment.
 */
export function singleScanSpread({ halfLife, physicalHalfLife, seconds, ...taken }: SingleScanSpreadInput): SingleScanSpread {
  const distribution = truncatedLogNormal(halfLife.value, halfLife.standardUncertainty / halfLife.value, physicalHalfLife);
  const median = second(distribution.median);
  const logHeld = log(taken.held ?? median);
  return {
    median,
    logDeviation: integralDeviation(distribution, seconds, taken.held, taken.perActivity),
    halfLifeLogDeviation: deviation(distribution, (_, logarithm) => logarithm - logHeld),
  };
}

/** `logDeviation` of a distribution that is there already: for many times in a row. */
export function integralDeviation(
  distribution: TruncatedLogNormal,
  seconds: number,
  held = distribution.median,
  perActivity?: number,
): number {
  const logIntegral = (effective: number, logarithm: number): number => logarithm - LOG_LN2 + (seconds * Math.LN2) / effective;
  const logTaken = perActivity === undefined ? logIntegral(held, log(held)) : log(perActivity);
  return deviation(distribution, (effective, logarithm) => logIntegral(effective, logarithm) - logTaken);
}

/** Of a logarithm from zero: what holds 95 %, or the root mean square where that is larger, as it is for what is mostly a shift. */
function deviation({ expect, quantile }: TruncatedLogNormal, of: (value: number, logarithm: number) => number): number {
  const holding = quantile((value, logarithm) => Math.abs(of(value, logarithm)), PROBABILITY) / COVERAGE;
  return Math.max(holding, Math.sqrt(expect((value, logarithm) => of(value, logarithm) ** 2)));
}
