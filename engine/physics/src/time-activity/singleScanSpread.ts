import { log } from '../numerics/log.js';
import type { Estimate } from '../quantities/estimate.js';
import { second, type Second } from '../quantities/quantity.js';
import { holdingDeviation, type Beside } from './holdingDeviation.js';
import { integralDeviation } from './integralDeviation.js';
import { truncatedLogNormal } from './truncatedLogNormal.js';

/** A scan `seconds` after the administration and the half-life's distribution: `value` the median, u / value the standard deviation of the logarithm. */
export interface SingleScanSpreadInput {
  readonly halfLife: Estimate<Second>;
  readonly physicalHalfLife: Second;
  readonly seconds: number;
  /** The half-life that is taken; left out: the median below the physical half-life. */
  readonly held?: Second;
  /** The integral per activity that is taken, s; left out: that of the half-life taken. */
  readonly perActivity?: number;
  /** What else is uncertain of the logarithm of the integral; left out: nothing. */
  readonly beside?: Beside;
}

/** How far the time-integrated activity by one scan may be from the truth, by the half-life's distribution alone. */
export interface SingleScanSpread {
  /** Of the half-life below the physical one. */
  readonly median: Second;
  /**
   * Joined in quadrature with what is uncertain beside, 1.96 of it hold 95 % of ln(true integral / integral taken): the relative standard uncertainty of a lognormal
   * whose interval holds 95 %; never below the root mean square.
   */
  readonly logDeviation: number;
  /** The same for the half-life. */
  readonly halfLifeLogDeviation: number;
}

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
    logDeviation: integralDeviation(distribution, seconds, taken.held, taken.perActivity, taken.beside),
    halfLifeLogDeviation: holdingDeviation(distribution, (_, logarithm) => logarithm - logHeld),
  };
}
