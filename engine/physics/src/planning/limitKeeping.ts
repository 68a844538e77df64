import { gray, type Gray } from '../quantities/quantity.js';
import type { DoseLimit, PlanRequest } from '../record/cyclePlan.js';
import { courseBound } from './courseBound.js';
import { medianActivity } from './medianActivity.js';
import type { RegionHistory } from './regionHistory.js';
import { scenarioActivities } from './scenarioActivities.js';
import { valueOfChance } from './valueOfChance.js';

/** The value a limit would need, in its own quantity, so that an activity keeps it: by its median, or at the risk accepted for it alone. By bisection to 0.01 Gy. */
export function limitKeeping(limit: DoseLimit, activity: number, request: PlanRequest, course: readonly RegionHistory[]): Gray {
  const allowed = (value: number): number => {
    const bound = courseBound({ ...limit, value: gray(value) }, course);
    if (request.riskAccepted === null) return medianActivity(bound, request.cycle, request.cyclesLeft);
    const [activities] = scenarioActivities([bound], request.cycle, request.cyclesLeft);
    return activities ? valueOfChance(activities.sort(), request.riskAccepted) : 0;
  };
  let low: number = limit.value;
  if (allowed(low) >= activity) return limit.value;
  let high = 2 * low;
  while (allowed(high) < activity) [low, high] = [high, 2 * high];
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (allowed(middle) < activity) low = middle;
    else high = middle;
  }
  return gray(high);
}
