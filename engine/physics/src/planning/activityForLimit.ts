import type { Becquerel } from '../quantities/quantity.js';
import type { DoseLimit, DoseTarget, PlanRequest } from '../record/cyclePlan.js';
import type { CycleVerification } from '../record/cycleVerification.js';
import { courseHistory } from './courseHistory.js';
import { activityAtRisk, doseBound } from './doseBound.js';
import { GraywiseError } from '../errors/GraywiseError.js';

/**
 * The activity of each cycle to come that just meets one limit or target of the request: by its median (`risk` null), or passing it with a
 * probability of at most `risk`. Zero when the cycles so far have met it. Throws GW_REGION_UNKNOWN, GW_NO_RECORD, GW_LIMIT_INVALID.
 */
export function activityForLimit(
  bound: DoseLimit | DoseTarget,
  risk: number | null,
  request: PlanRequest,
  history: readonly CycleVerification[],
): Becquerel {
  const region = courseHistory(request, history).find(({ name }) => name === bound.region);
  if (!region) throw new GraywiseError('GW_REGION_UNKNOWN', { expected: bound.region, found: 'no such region' });
  return activityAtRisk(doseBound(bound, region, request.cyclesLeft), risk);
}
