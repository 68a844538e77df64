import { GraywiseError } from '../errors/GraywiseError.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { second, type Second } from '../quantities/quantity.js';
import type { CohortCurves } from '../priors/cohort.js';
import { activityAt } from './activityAt.js';
import { integrateCurve } from './integrateCurve.js';

/** Integral over activity at one time, over a cohort. */
export interface CohortFactor {
  /** For a patient who is not of the cohort: as uncertain as the members differ, and as the mean of few is. */
  readonly factor: Estimate<Second>;
  /** Standard deviation between the members, s. */
  readonly standardDeviation: Second;
}

/**
 * The factor that makes the time-integrated activity of one scan at `seconds`: the mean over a cohort of integral / activity at that time (rule T20).
 * The members' kinetics may have any shape. Uncertainty: s sqrt(1 + 1/n), n - 1 degrees of freedom.
 *
 * Jackson et al. 2020, J Nucl Med 61, 1030. Throws GW_USAGE for fewer than two members, GW_NOT_FINITE for one without activity at that time.
 */
export function cohortFactor({ id, members }: CohortCurves, seconds: Second): CohortFactor {
  const { mean, standardDeviation } = ofMembers(members.map(member => integrateCurve(member) / activityAt(member, seconds)));
  const share = {
    source: 'half-life prior',
    key: `cohort:${id}`,
    standardUncertainty: standardDeviation * Math.sqrt(1 + 1 / members.length),
  } as const;
  return {
    factor: makeEstimate(second(mean), [share], { distribution: 'lognormal', degreesOfFreedom: members.length - 1 }),
    standardDeviation: second(standardDeviation),
  };
}

/** Mean and standard deviation of a cohort's values, one for each member. Throws GW_USAGE for fewer than two. */
export function ofMembers(values: readonly number[]): { readonly mean: number; readonly standardDeviation: number } {
  const count = values.length;
  if (count < 2) throw new GraywiseError('GW_USAGE', { expected: 'a cohort of at least two', found: String(count) });
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return { mean, standardDeviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1)) };
}
