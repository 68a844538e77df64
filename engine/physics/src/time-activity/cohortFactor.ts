import { GraywiseError } from '../errors/GraywiseError.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { second, type Second } from '../quantities/quantity.js';
import type { TimeActivityFit } from '../record/cycleVerification.js';
import { activityAt } from './activityAt.js';
import { integrateCurve } from './integrateCurve.js';

/** Integral over activity at one time, over a cohort. */
export interface CohortFactor {
  /** For a patient who is not of the cohort: as uncertain as the members differ, and as the mean of few is. */
  readonly factor: Estimate<Second>;
  /** Standard deviation between the members, s. */
  readonly standardDeviation: Second;
  readonly members: number;
}

/** The curve of one member of a cohort, by its exponentials. */
export type CohortMember = Pick<TimeActivityFit, 'terms'>;

/**
 * The factor that makes the time-integrated activity of one scan at `seconds`: the mean over a cohort of integral / activity at that time (rule T20).
 * The members' kinetics may have any shape. Uncertainty: s sqrt(1 + 1/n), n - 1 degrees of freedom; `key` names the cohort.
 *
 * Jackson et al. 2020, J Nucl Med 61, 1030. Throws GW_USAGE for fewer than two members, GW_NOT_FINITE for one without activity at that time.
 */
export function cohortFactor(members: readonly CohortMember[], seconds: Second, key: string): CohortFactor {
  const count = members.length;
  if (count < 2) throw new GraywiseError('GW_USAGE', { expected: 'a cohort of at least two', found: String(count) });
  const factors = members.map(member => integrateCurve(member) / activityAt(member, seconds));
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / count;
  const standardDeviation = Math.sqrt(factors.reduce((sum, factor) => sum + (factor - mean) ** 2, 0) / (count - 1));
  const share = {
    source: 'half-life prior',
    key: `cohort:${key}`,
    standardUncertainty: standardDeviation * Math.sqrt(1 + 1 / count),
  } as const;
  return {
    factor: makeEstimate(second(mean), [share], { degreesOfFreedom: count - 1 }),
    standardDeviation: second(standardDeviation),
    members: count,
  };
}
