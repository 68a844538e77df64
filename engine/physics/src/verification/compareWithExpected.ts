import { log } from '../numerics/log.js';
import { divideEstimates } from '../quantities/divideEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { interval95 } from '../quantities/interval95.js';
import { normalQuantile } from '../quantities/normalQuantile.js';
import { gray, type Gray } from '../quantities/quantity.js';
import { relativeUncertainty } from '../quantities/relativeUncertainty.js';
import type { Comparison } from '../record/cycleVerification.js';
import type { ExpectedDose } from './expectedDose.js';

export interface ComparisonInput {
  readonly region: string;
  readonly delivered: Estimate<Gray>;
  readonly expected: ExpectedDose;
}

/** Keeps z a number that JSON can hold. */
const LARGEST_Z = 99;

/**
 * The delivered dose against the expected one (rule V1): z = (ln D - ln median) / sqrt(s^2 + u^2), s the expected deviation of the logarithm, u the
 * relative uncertainty of the delivered dose; what both share (the calibration, when a plan predicted it) cancels. |z| up to 1.645 is within (90 % of
 * such patients), up to 1.96 borderline, beyond that outside (5 %). The expected range holds 95 % of doses before measurement.
 */
export function compareWithExpected({ region, delivered, expected }: ComparisonInput): Comparison {
  const ratio = divideEstimates(delivered, expected.dose, value => value);
  const z = ratio.value > 0 ? log(ratio.value) / relativeUncertainty(ratio) : -LARGEST_Z;
  const [low, high] = interval95(expected.dose);
  return {
    region,
    basis: expected.basis,
    expectedMedian: expected.dose.value,
    expectedRange95: [gray(low), gray(high)],
    delivered,
    z: Math.max(-LARGEST_Z, Math.min(LARGEST_Z, z)),
    verdict: verdictOf(Math.abs(z)),
    source: expected.source,
    confirmed: expected.confirmed,
  };
}

function verdictOf(distance: number): Comparison['verdict'] {
  if (distance <= normalQuantile(0.95)) return 'within';
  return distance <= normalQuantile(0.975) ? 'borderline' : 'outside';
}
