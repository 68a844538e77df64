import type { PlanRequest } from '../record/cyclePlan.js';
import { courseBound } from './courseBound.js';
import type { RegionHistory } from './regionHistory.js';
import { scenarioActivities } from './scenarioActivities.js';

/** Of each limit and target, and of them jointly, the activities that just meet it in the scenarios, rising: their distribution. */
export interface CourseChances {
  readonly limits: readonly Float64Array[];
  readonly targets: readonly Float64Array[];
  /** The activity at which the first limit is met; null without limits. */
  readonly jointLimits: Float64Array | null;
  /** The activity from which on every target is reached; null without targets. */
  readonly jointTargets: Float64Array | null;
}

/**
 * The chances of a course (rules P4 and P9): every scenario draws what is uncertain once, by keys, so that regions, cycles and doses delivered keep what
 * they share; in each the activity that just meets a limit has a closed form. The share of scenarios below an activity is the probability that it passes
 * the limit, and so for the first of all limits. Some 10 ms, after which any activity costs microseconds.
 */
export function courseChances(request: PlanRequest, course: readonly RegionHistory[]): CourseChances {
  const limits = request.limits.map(limit => courseBound(limit, course));
  const targets = request.targets.map(target => courseBound(target, course));
  const found = scenarioActivities([...limits, ...targets], request.cycle, request.cyclesLeft);
  const ofLimits = found.slice(0, limits.length);
  const ofTargets = found.slice(limits.length);
  const jointLimits = pointwise(ofLimits, Math.min);
  const jointTargets = pointwise(ofTargets, Math.max);
  for (const activities of [...found, jointLimits, jointTargets]) activities?.sort();
  return { limits: ofLimits, targets: ofTargets, jointLimits, jointTargets };
}

function pointwise(lists: readonly Float64Array[], pick: (a: number, b: number) => number): Float64Array | null {
  const [first, ...others] = lists;
  if (!first) return null;
  const joint = first.slice();
  for (const list of others) for (let index = 0; index < joint.length; index++) joint[index] = pick(joint[index] ?? 0, list[index] ?? 0);
  return joint;
}
