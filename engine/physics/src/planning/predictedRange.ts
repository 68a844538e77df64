import { exp } from '../numerics/exp.js';
import type { Estimate } from '../quantities/estimate.js';
import { gray, type Gray } from '../quantities/quantity.js';
import { studentTQuantile } from '../quantities/studentTQuantile.js';
import type { PredictedRange } from '../record/cyclePlan.js';

/** The median of a predicted dose, and the ranges that hold it with 50 % and 95 % probability: lognormal, Student's t for its degrees of freedom. */
export function predictedRange(dose: Estimate<Gray>): PredictedRange {
  return { median: dose.value, interval50: interval(dose, 0.75), interval95: interval(dose, 0.975) };
}

function interval({ value, standardUncertainty, degreesOfFreedom }: Estimate<Gray>, upper: number): [Gray, Gray] {
  if (value === 0) return [gray(0), gray(0)];
  const ratio = exp((studentTQuantile(upper, degreesOfFreedom) * standardUncertainty) / value);
  return [gray(value / ratio), gray(value * ratio)];
}
