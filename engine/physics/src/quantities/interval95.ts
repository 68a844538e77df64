import { exp } from '../numerics/exp.js';
import type { Estimate } from './estimate.js';
import { studentTQuantile } from './studentTQuantile.js';

/**
 * The interval that holds the true value with a probability of 95 % (JCGM 100:2008, G.3), in the unit of the value.
 *
 * Coverage factor: Student's t for the effective degrees of freedom, 1.96 for infinitely many. A lognormal estimate has its interval on the
 * logarithmic scale, so it stays above zero; a normal one is symmetric and may reach below zero.
 */
export function interval95(estimate: Estimate): [number, number] {
  const coverage = studentTQuantile(0.975, estimate.degreesOfFreedom);
  if (estimate.distribution === 'lognormal') {
    if (estimate.value === 0) return [0, 0];
    const ratio = exp((coverage * estimate.standardUncertainty) / estimate.value);
    return [estimate.value / ratio, estimate.value * ratio];
  }
  const half = coverage * estimate.standardUncertainty;
  return [estimate.value - half, estimate.value + half];
}
