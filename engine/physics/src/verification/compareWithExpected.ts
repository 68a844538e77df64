import { log } from '../numerics/log.js';
import { coverageInterval } from '../quantities/coverageInterval.js';
import { divideEstimates } from '../quantities/divideEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { gray, type Gray } from '../quantities/quantity.js';
import { relativeUncertainty } from '../quantities/relativeUncertainty.js';
import { studentTQuantile } from '../quantities/studentTQuantile.js';
import type { Comparison } from '../record/cycleVerification.js';
import { comparisonSentence } from './comparisonSentence.js';
import type { ExpectedDose } from './expectedDose.js';

export interface ComparisonInput {
  readonly region: string;
  /** What people call the region; its name when left out. */
  readonly label?: string;
  readonly delivered: Estimate<Gray>;
  readonly expected: ExpectedDose;
}

/** Keeps z a number that JSON can hold. */
const LARGEST_Z = 99;

/**
 * The delivered dose against the expected one (rule V1): z = (ln D - ln median) / sqrt(s^2 + u^2), s the expected deviation of the logarithm, u the
 * relative uncertainty of the delivered dose; what both share (the calibration, when a plan or earlier cycles predicted it) cancels.
 *
 * Within holds 90 % of such patients, borderline 5 % more, outside the last 5 %: |z| up to 1.645 and 1.96, or more where few patients stand behind the
 * expectation (t with the effective degrees of freedom of the ratio). The expected ranges hold 50 and 95 % of doses before measurement.
 */
export function compareWithExpected({ region, label = region, delivered, expected }: ComparisonInput): Comparison {
  const ratio = divideEstimates(delivered, expected.dose, value => value);
  const z = ratio.value > 0 ? log(ratio.value) / relativeUncertainty(ratio) : -LARGEST_Z;
  const range = (probability: number): [Gray, Gray] => {
    const [low, high] = coverageInterval(expected.dose, probability);
    return [gray(low), gray(high)];
  };
  const compared = {
    region,
    basis: expected.basis,
    expectedMedian: expected.dose.value,
    expectedRange95: range(0.95),
    expectedRange50: range(0.5),
    delivered,
    z: Math.max(-LARGEST_Z, Math.min(LARGEST_Z, z)),
    verdict: verdictOf(Math.abs(z), ratio.degreesOfFreedom),
    source: expected.source,
    confirmed: expected.confirmed,
    prior: expected.prior,
  };
  return { ...compared, sentence: comparisonSentence(label, compared) };
}

function verdictOf(distance: number, degreesOfFreedom: number | null): Comparison['verdict'] {
  if (distance <= studentTQuantile(0.95, degreesOfFreedom)) return 'within';
  return distance <= studentTQuantile(0.975, degreesOfFreedom) ? 'borderline' : 'outside';
}
