import type { PopulationPrior } from '../priors/populationPrior.js';
import type { Becquerel } from '../quantities/quantity.js';
import type { ActivityPrediction, PlanRequest } from '../record/cyclePlan.js';
import type { CycleVerification } from '../record/cycleVerification.js';
import { courseChances } from './courseChances.js';
import { courseHistory } from './courseHistory.js';
import { predictionOf } from './predictionOf.js';

export interface PredictionInput {
  /** Given in the cycle planned and in every cycle after it. */
  readonly activity: Becquerel;
  readonly request: PlanRequest;
  readonly history: readonly CycleVerification[];
  /** Population values of the site, which go before the shipped ones. */
  readonly priors?: readonly PopulationPrior[];
}

/**
 * What an activity would do to every region, with the probability of each limit, each target, and of any limit and every target (rules P3 to P9). Values
 * are medians, estimates lognormal. Some 10 ms: made for a slider. Throws GW_NO_RECORD, GW_COURSE_MIXED, GW_REGION_UNKNOWN, GW_LIMIT_INVALID.
 */
export function predictCourse({ activity, request, history, priors = [] }: PredictionInput): ActivityPrediction {
  const course = courseHistory(request, history, priors);
  return predictionOf(activity, request, course, courseChances(request, course));
}
