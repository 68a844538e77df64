import { becquerel, type Becquerel } from '../quantities/quantity.js';
import type { ActivityBound, PlanRequest } from '../record/cyclePlan.js';
import { activityWords } from './activityWords.js';
import { capsOf } from './capsOf.js';
import { chanceAt } from './chanceAt.js';
import { courseBound } from './courseBound.js';
import type { CourseChances } from './courseChances.js';
import { doseWords } from './doseWords.js';
import { medianActivity } from './medianActivity.js';
import { neededActivity } from './neededActivity.js';
import type { RegionHistory } from './regionHistory.js';
import { valueOfChance } from './valueOfChance.js';

/** What bounds the activity, one line each: limits, caps, targets, with the probability of each at the suggested activity. */
export function boundLines(
  request: PlanRequest,
  course: readonly RegionHistory[],
  chances: CourseChances,
  activity: Becquerel,
): ActivityBound[] {
  const limits = request.limits.map((limit, index): ActivityBound => {
    const byMedian = medianActivity(courseBound(limit, course), request.cycle, request.cyclesLeft);
    const activities = chances.limits[index];
    const atProbability =
      request.riskAccepted === null || !activities ? byMedian : becquerel(Math.max(0, valueOfChance(activities, request.riskAccepted)));
    return {
      kind: 'limit',
      name: limit.region,
      text: `${limit.region}: ${doseWords(limit)}`,
      byMedian,
      atProbability,
      probability: activities ? chanceAt(activities, activity) : null,
    };
  });
  const targets = request.targets.map((target, index): ActivityBound => {
    const byMedian = medianActivity(courseBound(target, course), request.cycle, request.cyclesLeft);
    const activities = chances.targets[index];
    return {
      kind: 'target',
      name: target.region,
      text: `${target.region}: ${doseWords(target)}`,
      byMedian,
      atProbability: neededActivity(index, request, course, chances, target.probability ?? null),
      probability: activities ? chanceAt(activities, activity) : null,
    };
  });
  const caps = capsOf(request).map(({ name, activity: cap, source }): ActivityBound => ({
    kind: name,
    name,
    text: `${name}: ${activityWords(cap)} (${source})`,
    byMedian: cap,
    atProbability: cap,
    probability: null,
  }));
  return [...limits, ...caps, ...targets];
}
