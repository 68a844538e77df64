import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import type { Estimate } from '../quantities/estimate.js';
import { second, type Second } from '../quantities/quantity.js';
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
}

/** How far the time-integrated activity by one scan may be from the truth, by the half-life's distribution alone. */
export interface SingleScanSpread {
  /** Of the half-life below the physical one. */
  readonly median: Second;
  /** Root mean square of ln(true integral / integral taken): the relative standard uncertainty of a lognormal. */
  readonly logDeviation: number;
  /** Root mean square of ln(half-life / half-life taken). */
  readonly halfLifeLogDeviation: number;
  /** Standard deviation of the true integral over its mean. */
  readonly coefficientOfVariation: number;
}

/**
 * The spread of the integral per activity, T / ln 2 * 2^(t/T), over the lognormal distribution of the effective half-life T, truncated at the physical
 * half-life (rule T17), by quadrature. About t = T / ln 2 it has no first-order term (Madsen et al. 2013, Med Phys 40, 101901); this has all orders.
 */
export function singleScanSpread({ halfLife, physicalHalfLife, seconds, ...taken }: SingleScanSpreadInput): SingleScanSpread {
  const distribution = truncatedLogNormal(halfLife.value, halfLife.standardUncertainty / halfLife.value, physicalHalfLife);
  const median = second(distribution.median);
  const integral = (effective: number): number => (effective / Math.LN2) * exp((seconds * Math.LN2) / effective);
  const held = taken.held ?? median;
  const perActivity = taken.perActivity ?? integral(held);
  const mean = distribution.expect(effective => integral(effective) / perActivity);
  return {
    median,
    logDeviation: Math.sqrt(distribution.expect(effective => log(integral(effective) / perActivity) ** 2)),
    halfLifeLogDeviation: Math.sqrt(distribution.expect(effective => log(effective / held) ** 2)),
    coefficientOfVariation: Math.sqrt(distribution.expect(effective => (integral(effective) / perActivity / mean - 1) ** 2)),
  };
}
