import { warning } from '../errors/warningTable.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { multiplyEstimates } from '../quantities/multiplyEstimates.js';
import { becquerelSecond, second } from '../quantities/quantity.js';
import type { CohortBasis } from '../record/cycleVerification.js';
import { activityAt } from './activityAt.js';
import type { CohortMember } from '../priors/cohort.js';
import { cohortFactor } from './cohortFactor.js';
import type { SingleScanInput } from './fitSingleScan.js';
import type { TimeActivityResult } from './fitTimeActivity.js';
import { integrateCurve } from './integrateCurve.js';
import { meanActivity } from './meanActivity.js';

/** One scan and the curves of a cohort. `where` names the region in messages. */
export interface CohortFitInput extends Pick<SingleScanInput, 'points' | 'where'> {
  readonly basis: CohortBasis;
}

/**
 * The curve of a single scan at time t by a cohort (rule T20): the mean of the members' curves, each scaled to the scan, so that it passes through the scan and its
 * integral is A(t) times the mean of their integral / activity (`cohortFactor`). What happens before and after the scan is as uncertain as the members
 * differ; they were imaged from the start, so that nothing is added for hours that no scan shows.
 *
 * Jackson et al. 2020, J Nucl Med 61, 1030. Throws as `cohortFactor` does.
 */
export function fitByCohort({ points, basis, where }: CohortFitInput): TimeActivityResult {
  const { cohort, halfLife } = basis;
  const seconds = points[0]?.afterAdministration ?? second(0);
  const activity = meanActivity(points);
  const { factor } = cohortFactor(cohort, seconds);
  const members = cohort.members.map(member => scaled(member, activity.value / activityAt(member, seconds)));
  const terms = members.flatMap(member => scaled(member, 1 / members.length).terms).sort((a, b) => a.rate - b.rate);
  const sign = goTogether(members) ? 1 : -1;
  return {
    fit: {
      model: 'mean of a cohort',
      terms,
      parameterNames: ['scale'],
      covariance: [activity.value > 0 ? (activity.standardUncertainty / activity.value) ** 2 : 0],
      residualSumOfSquares: 0,
      tail: 'mean of a cohort',
      extrapolatedFraction: integrateCurve({ terms }, seconds) / integrateCurve({ terms }),
      reason: `One time point: the integral is the activity times the mean of integral / activity over a cohort (Jackson 2020): ${basis.source}.`,
      singleScan: { ...basis, cohort: { ...cohort, members } },
    },
    timeIntegratedActivity: multiplyEstimates(activity, factor, becquerelSecond),
    effectiveHalfLife: makeEstimate(
      halfLife.value,
      halfLife.contributions.map(share => ({ ...share, standardUncertainty: sign * share.standardUncertainty })),
      { distribution: 'lognormal', degreesOfFreedom: halfLife.degreesOfFreedom },
    ),
    warnings: [
      warning('GW_SINGLE_TIME_POINT', {
        where,
        method: 'the mean curve of a cohort with an effective half-life',
        found: (halfLife.value / 3600).toFixed(1),
      }),
    ],
  };
}

function scaled({ terms }: CohortMember, factor: number): CohortMember {
  return { terms: terms.map(({ amplitude, rate }) => ({ amplitude: amplitude * factor, rate })) };
}

/** Whether members with a longer half-life have the larger integral, scaled to the scan: one random variable stands for both. */
function goTogether(members: readonly CohortMember[]): boolean {
  const integrals = members.map(member => integrateCurve(member));
  const slowest = members.map(({ terms }) => -Math.min(...terms.map(({ rate }) => rate)));
  const mean = integrals.reduce((sum, value) => sum + value, 0) / integrals.length;
  return integrals.reduce((sum, value, index) => sum + (value - mean) * (slowest[index] ?? 0), 0) >= 0;
}
