import { exp } from '../numerics/exp.js';
import { gaussLegendre } from '../numerics/gaussLegendre.js';
import { log } from '../numerics/log.js';
import { normalCumulative } from '../quantities/normalCumulative.js';
import { normalQuantile } from '../quantities/normalQuantile.js';

/** A lognormal variable that cannot exceed its ceiling: the part below it, scaled to one. */
export interface TruncatedLogNormal {
  /** Of the truncated distribution. */
  readonly median: number;
  /** The expectation of a function of the variable. */
  readonly expect: (of: (value: number) => number) => number;
}

/** Standard deviations either side that the quadrature covers; beyond them lies 1e-15 of the distribution. */
const REACH = 8;
/** 96 nodes over 16 standard deviations: e^(x z) times a normal density to 1e-12 for the exponents that half-lives make. */
const QUADRATURE = gaussLegendre(96);

/**
 * The distribution of an effective half-life: lognormal about `median` with `logDeviation` as the standard deviation of its logarithm, and never above
 * `ceiling`, the physical half-life (rule T17). A median at or above the ceiling leaves what lies below it. Expectations by Gauss-Legendre quadrature.
 */
export function truncatedLogNormal(median: number, logDeviation: number, ceiling: number): TruncatedLogNormal {
  if (logDeviation === 0) {
    const value = Math.min(median, ceiling);
    return { median: value, expect: of => of(value) };
  }
  const highest = Math.min(REACH, log(ceiling / median) / logDeviation);
  const lowest = Math.min(-REACH, highest - REACH);
  const half = (highest - lowest) / 2;
  const points = QUADRATURE.nodes.map((node, index) => {
    const z = lowest + half * (1 + node);
    return { value: median * exp(logDeviation * z), weight: (QUADRATURE.weights[index] ?? 0) * exp((highest * highest - z * z) / 2) };
  });
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  return {
    median: median * exp(logDeviation * normalQuantile(normalCumulative(highest) / 2)),
    expect: of => points.reduce((sum, { value, weight }) => sum + weight * of(value), 0) / total,
  };
}
