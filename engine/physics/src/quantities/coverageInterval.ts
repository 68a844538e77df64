import { exp } from '../numerics/exp.js';
import type { Estimate } from './estimate.js';
import { studentTQuantile } from './studentTQuantile.js';

/** The central interval that holds the value with a probability, 0 to 1, as `interval95` makes it for 0.95. */
export function coverageInterval(estimate: Estimate, probability: number): [number, number] {
  const coverage = studentTQuantile((1 + probability) / 2, estimate.degreesOfFreedom);
  if (estimate.distribution === 'normal') {
    const half = coverage * estimate.standardUncertainty;
    return [estimate.value - half, estimate.value + half];
  }
  if (estimate.value === 0) return [0, 0];
  const ratio = exp((coverage * estimate.standardUncertainty) / estimate.value);
  return [estimate.value / ratio, estimate.value * ratio];
}
