import { becquerel, type Becquerel } from '../quantities/quantity.js';
import type { PlanRequest } from '../record/cyclePlan.js';
import { courseBound } from './courseBound.js';
import type { CourseChances } from './courseChances.js';
import { medianActivity } from './medianActivity.js';
import type { RegionHistory } from './regionHistory.js';
import { valueOfChance } from './valueOfChance.js';

/**
 * The least activity of each cycle to come that reaches target `index` of the request with a probability, or, null, by its median. Zero when it is reached
 * already.
 */
export function neededActivity(
  index: number,
  request: PlanRequest,
  course: readonly RegionHistory[],
  chances: CourseChances,
  probability: number | null,
): Becquerel {
  const [target, activities] = [request.targets[index], chances.targets[index]];
  if (!target || !activities) return becquerel(0);
  if (probability === null) return medianActivity(courseBound(target, course), request.cycle, request.cyclesLeft);
  return becquerel(Math.max(0, valueOfChance(activities, probability)));
}
