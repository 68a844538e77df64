import { GraywiseError } from '../errors/GraywiseError.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { second, type Second } from '../quantities/quantity.js';
import type { CohortCurves, CohortMember } from '../priors/cohort.js';
import { activityAt } from './activityAt.js';
import { integrateCurve } from './integrateCurve.js';
import { meanAndDeviation } from './meanAndDeviation.js';

/** Integral over activity at one time, over a cohort. */
export interface CohortFactor {
  /** For a patient who is not of the cohort: as uncertain as the members differ, and as the mean of few is. */
  readonly factor: Estimate<Second>;
  /** Standard deviation between the members, s. */
  readonly standardDeviation: Second;
}

/**
 * The factor that makes the time-integrated activity of one scan at `seconds`: the mean over a cohort of integral / activity at that time (rule T20).
 * The members' kinetics may have any shape. Uncertainty: s sqrt(1 + 1/n), n - 1 degrees of freedom; below zero where members with a longer half-life have the smaller
 * factor, as they do for an early scan: a patient who clears slowly stands for both.
 *
 * Jackson et al. 2020, J Nucl Med 61, 1030. Throws GW_USAGE for fewer than two members, GW_PRIOR_REFUSED for one without activity at that time.
 */
export function cohortFactor({ id, members }: CohortCurves, seconds: Second): CohortFactor {
  if (members.length < 2) throw new GraywiseError('GW_USAGE', { expected: 'a cohort of at least two', found: String(members.length) });
  const factors = members.map(member => {
    const activity = activityAt(member, seconds);
    if (activity > 0) return integrateCurve(member) / activity;
    const expected = `activity in every patient ${(seconds / 3600).toFixed(1)} h after the administration`;
    throw new GraywiseError('GW_PRIOR_REFUSED', { where: `cohort ${id}`, expected, found: 'none in one' });
  });
  const { mean, standardDeviation } = meanAndDeviation(factors);
  const share = {
    source: 'half-life prior',
    key: `cohort:${id}`,
    standardUncertainty: (growsWithHalfLife(members, factors) ? 1 : -1) * standardDeviation * Math.sqrt(1 + 1 / members.length),
  } as const;
  return {
    factor: makeEstimate(second(mean), [share], { distribution: 'lognormal', degreesOfFreedom: members.length - 1 }),
    standardDeviation: second(standardDeviation),
  };
}

function growsWithHalfLife(members: readonly CohortMember[], factors: readonly number[]): boolean {
  const slowest = members.map(({ terms }) => Math.min(...terms.map(({ rate }) => rate)));
  const { mean } = meanAndDeviation(factors);
  return factors.reduce((sum, factor, index) => sum + (factor - mean) * (slowest[index] ?? 0), 0) <= 0;
}
