import { coverageInterval } from '../quantities/coverageInterval.js';
import type { Estimate } from '../quantities/estimate.js';
import { gray, type Gray } from '../quantities/quantity.js';
import type { PredictedRange } from '../record/cyclePlan.js';

/** The median of a predicted dose, and the ranges that hold it with 50 % and 95 % probability: lognormal, Student's t for its degrees of freedom. */
export function predictedRange(dose: Estimate<Gray>): PredictedRange {
  const interval = (probability: number): [Gray, Gray] => {
    const [low, high] = coverageInterval({ ...dose, distribution: 'lognormal' }, probability);
    return [gray(low), gray(high)];
  };
  return { median: dose.value, interval50: interval(0.5), interval95: interval(0.95) };
}
