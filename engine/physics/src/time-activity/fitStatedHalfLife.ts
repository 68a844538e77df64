import { exp } from '../numerics/exp.js';
import { expm1 } from '../numerics/expm1.js';
import { log1p } from '../numerics/log1p.js';
import { warning, type Warning } from '../errors/warningTable.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { becquerelSecond, type Second } from '../quantities/quantity.js';
import type { CurvePoint } from '../record/cycleVerification.js';
import type { TimeActivityResult } from './fitTimeActivity.js';

/** A half-life that a person stated: the median of a lognormal and its coefficient of variation. */
export interface StatedHalfLife {
  readonly halfLife: Second;
  readonly relativeUncertainty: number;
  /** Names it as a random variable, for regions and cycles that share one. Left out: the region. */
  readonly key?: string;
}

interface SinglePointInput {
  readonly points: readonly CurvePoint[];
  readonly physicalHalfLife: Second;
  readonly statedHalfLife: StatedHalfLife;
  readonly where: string;
}

/**
 * One time point with a stated effective half-life T: A~ = A(t) 2^(t/T) T / ln 2 (rule T7; several points at one time are averaged).
 *
 * With ln T normal of standard deviation s and x = t ln 2 / T, ln A~ = x exp(-s z) + s z + constant, whose variance is, exactly,
 * x^2 e^(s^2) (e^(s^2) - 1) + s^2 - 2 x s^2 e^(s^2 / 2). It is least near t = T / ln 2 (Madsen 2013). A stated half-life beyond that of the nuclide is
 * held at the nuclide's, with a warning.
 */
export function fitStatedHalfLife({ points, physicalHalfLife, statedHalfLife, where }: SinglePointInput): TimeActivityResult {
  const seconds = points[0]?.afterAdministration ?? 0;
  const halfLife = Math.min(statedHalfLife.halfLife, physicalHalfLife) as Second;
  const rate = Math.LN2 / halfLife;
  const activity = points.reduce((sum, point) => sum + point.activity.value, 0) / points.length;
  const growth = exp(rate * seconds);
  const variance = log1p(statedHalfLife.relativeUncertainty ** 2);
  const spread = Math.sqrt(variance);
  const x = rate * seconds;
  const logVariance = x * x * exp(variance) * expm1(variance) + variance - 2 * x * variance * exp(variance / 2);
  const prior = { source: 'half-life prior', key: `half-life:${statedHalfLife.key ?? where}` } as const;
  const value = becquerelSecond((activity * growth) / rate);
  const measured = points.flatMap(point =>
    point.activity.contributions.map(share => ({
      ...share,
      standardUncertainty: (share.standardUncertainty * growth) / rate / points.length,
    })),
  );
  const sign = x > 1 ? -1 : 1;
  const fromHalfLife = { ...prior, standardUncertainty: sign * value * Math.sqrt(Math.max(0, logVariance)) };
  const halfLifeShare = { ...prior, standardUncertainty: halfLife * spread };
  const fit = {
    model: 'stated half-life',
    terms: [{ amplitude: activity * growth, rate }],
    parameterNames: ['amplitude', 'clearance rate'],
    covariance: singlePointCovariance(points, activity * growth, growth, rate, seconds, spread),
    residualSumOfSquares: 0,
    tail: 'stated half-life',
    extrapolatedFraction: exp(-rate * seconds),
    reason: 'One time point: the curve follows the effective half-life that was stated.',
  } as const;
  const warnings: Warning[] = [warning('GW_SINGLE_TIME_POINT', { where, found: (halfLife / 3600).toFixed(1) })];
  if (statedHalfLife.halfLife > physicalHalfLife) warnings.push(warning('GW_PHYSICAL_DECAY_FLOOR', { where }));
  return {
    fit,
    timeIntegratedActivity: makeEstimate(value, [...measured, fromHalfLife], { distribution: 'lognormal' }),
    effectiveHalfLife: makeEstimate(halfLife, [halfLifeShare], { distribution: 'lognormal' }),
    warnings,
  };
}

/** Covariance of (amplitude, rate), row by row: the point is measured, the rate is stated, and the amplitude at zero depends on both. */
function singlePointCovariance(
  points: readonly CurvePoint[],
  amplitude: number,
  growth: number,
  rate: number,
  seconds: number,
  spread: number,
): number[] {
  const point = Math.hypot(...points.map(({ activity }) => activity.standardUncertainty)) / points.length;
  const rateDeviation = rate * spread;
  const along = amplitude * seconds * rateDeviation;
  return [(point * growth) ** 2 + along ** 2, along * rateDeviation, along * rateDeviation, rateDeviation ** 2];
}
