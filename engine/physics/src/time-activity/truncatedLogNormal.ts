import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { normalCumulative } from '../quantities/normalCumulative.js';
import { normalQuantile } from '../quantities/normalQuantile.js';

/** A lognormal variable that cannot exceed its ceiling: the part below it, scaled to one. */
export interface TruncatedLogNormal {
  /** Of the truncated distribution. */
  readonly median: number;
  /** The expectation of a function of the variable and of its logarithm. */
  readonly expect: (of: FunctionOfVariable) => number;
  /** A function at points of the variable, and the probability of each point. */
  readonly results: (of: FunctionOfVariable) => { readonly values: Float64Array; readonly probabilities: Float64Array };
  /** The value that such a function does not exceed with a probability. */
  readonly quantile: (of: FunctionOfVariable, probability: number) => number;
}

type FunctionOfVariable = (value: number, logarithm: number) => number;

/** Standard deviations either side that are looked at; beyond them lies 1e-15 of the distribution. */
const REACH = 8;
/** Midpoints over them: spaced by 1/60 of a deviation, they give smooth expectations to 1e-5 where the ceiling cuts and quantiles to 1 %. */
const POINTS = 1000;

/**
 * The distribution of an effective half-life: lognormal about `median` with `logDeviation` as the standard deviation of its logarithm, and never above
 * `ceiling`, the physical half-life (rule T17). A median at or above the ceiling leaves what lies below it. By midpoints in the logarithm.
 */
export function truncatedLogNormal(median: number, logDeviation: number, ceiling: number): TruncatedLogNormal {
  if (logDeviation === 0) {
    const value = Math.min(median, ceiling);
    const alone = (of: FunctionOfVariable): number => of(value, log(value));
    return {
      median: value,
      expect: alone,
      results: of => ({ values: Float64Array.of(alone(of)), probabilities: Float64Array.of(1) }),
      quantile: alone,
    };
  }
  const highest = Math.min(REACH, log(ceiling / median) / logDeviation);
  const width = (highest + Math.max(REACH, REACH - highest)) / POINTS;
  const deviates = Float64Array.from({ length: POINTS }, (_, index) => highest - width * (index + 0.5));
  const logarithms = deviates.map(z => log(median) + logDeviation * z);
  const values = logarithms.map(exp);
  const weights = deviates.map(z => exp((Math.min(0, highest) ** 2 - z * z) / 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const probabilities = weights.map(weight => weight / total);
  const results = (of: FunctionOfVariable): Float64Array => values.map((value, index) => of(value, logarithms[index] ?? 0));
  return {
    median: median * exp(logDeviation * normalQuantile(normalCumulative(highest) / 2)),
    expect: of => results(of).reduce((sum, result, index) => sum + (weights[index] ?? 0) * result, 0) / total,
    results: of => ({ values: results(of), probabilities }),
    quantile: (of, probability) => weightedQuantile(results(of), weights, probability * total),
  };
}

/** The least value with at least the weight `wanted` not above it, by bisection. */
function weightedQuantile(results: Float64Array, weights: Float64Array, wanted: number): number {
  let low = results.reduce((least, result) => Math.min(least, result), Infinity);
  let high = results.reduce((greatest, result) => Math.max(greatest, result), -Infinity);
  for (let middle = (low + high) / 2; middle > low && middle < high && high - low > 1e-12 * Math.abs(high); middle = (low + high) / 2) {
    let below = 0;
    for (let index = 0; index < results.length; index++) if ((results[index] ?? 0) <= middle) below += weights[index] ?? 0;
    if (below < wanted) low = middle;
    else high = middle;
  }
  return high;
}
