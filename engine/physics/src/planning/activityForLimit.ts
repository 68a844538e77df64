import { becquerel, type Becquerel } from '../quantities/quantity.js';
import type { DoseLimit, DoseTarget, PlanRequest } from '../record/cyclePlan.js';
import type { CycleVerification } from '../record/cycleVerification.js';
import { courseBound } from './courseBound.js';
import { courseChances } from './courseChances.js';
import { courseHistory } from './courseHistory.js';
import { medianActivity } from './medianActivity.js';
import { valueOfChance } from './valueOfChance.js';

/**
 * The activity of each cycle to come that just meets one limit or target of the request: by its median (`risk` null), or passing it with a
 * probability of `risk`. Zero when the cycles so far have met it. Throws GW_REGION_UNKNOWN, GW_NO_RECORD, GW_LIMIT_INVALID.
 */
export function activityForLimit(
  bound: DoseLimit | DoseTarget,
  risk: number | null,
  request: PlanRequest,
  history: readonly CycleVerification[],
): Becquerel {
  const course = courseHistory(request, history);
  if (risk === null) return medianActivity(courseBound(bound, course), request.cycle, request.cyclesLeft);
  const [activities] = courseChances({ ...request, limits: [], targets: [bound] }, course).targets;
  return becquerel(Math.max(0, activities ? valueOfChance(activities, risk) : 0));
}
