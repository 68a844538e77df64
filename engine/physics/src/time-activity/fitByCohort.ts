import { warning } from '../errors/warningTable.js';
import type { CohortMember } from '../priors/cohort.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { becquerelSecond, second } from '../quantities/quantity.js';
import { uncorrectedShift } from '../quantities/uncorrectedShift.js';
import type { CohortBasis } from '../record/cycleVerification.js';
import { activityAt } from './activityAt.js';
import { cohortFactor } from './cohortFactor.js';
import { integralDerivatives } from './curveDerivatives.js';
import type { SingleScanInput } from './fitSingleScan.js';
import type { TimeActivityResult } from './fitTimeActivity.js';
import { integrateCurve } from './integrateCurve.js';
import { meanActivity } from './meanActivity.js';
import { unseenPhase } from './unseenPhase.js';

/** One scan and the curves of a cohort. */
export interface CohortFitInput extends Pick<SingleScanInput, 'points' | 'earlyPhase' | 'where'> {
  readonly basis: CohortBasis;
}

/**
 * The curve of a single scan at time t by a cohort (rule T20): the mean of the members' curves, each scaled to the scan, so that it passes through the scan and its
 * integral is A(t) times the mean of their integral / activity (`cohortFactor`). It is uncertain as the members differ, and by what none of their scans showed
 * (rule T6), which all of them have in common.
 *
 * Jackson et al. 2020, J Nucl Med 61, 1030. Throws as `cohortFactor` does.
 */
export function fitByCohort({ points, basis, earlyPhase, where }: CohortFitInput): TimeActivityResult {
  const { cohort, halfLife } = basis;
  const seconds = points[0]?.afterAdministration ?? second(0);
  const activity = meanActivity(points);
  const { factor } = cohortFactor(cohort, seconds);
  const members = cohort.members.map(member => scaled(member, activity.value / activityAt(member, seconds)));
  const terms = members.flatMap(member => scaled(member, 1 / members.length).terms).sort((a, b) => a.rate - b.rate);
  const { firstScan, id } = cohort;
  // Three times: the members were imaged often enough to see what is not over by the first of them.
  const unseen = unseenPhase({
    derivatives: integralDerivatives,
    terms,
    seconds: [firstScan, 2 * firstScan, 3 * firstScan],
    sensitivities: [0, 0, 0],
    earlyPhase,
  });
  const value = activity.value * factor.value;
  const early = makeEstimate(value, [
    { source: 'fit', key: `early-phase:cohort:${id}`, standardUncertainty: unseen.deviation },
    ...uncorrectedShift(unseen.shift),
  ]);
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
    timeIntegratedActivity: combineEstimates(becquerelSecond(value), [
      { estimate: activity, sensitivity: factor.value },
      { estimate: factor, sensitivity: activity.value },
      { estimate: early, sensitivity: 1 },
    ]),
    effectiveHalfLife: halfLife,
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
