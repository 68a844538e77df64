import { GraywiseError } from '../errors/GraywiseError.js';
import { becquerel, type Becquerel } from '../quantities/quantity.js';
import type { PlanRequest } from '../record/cyclePlan.js';
import { capsOf } from './capsOf.js';
import { courseBound } from './courseBound.js';
import type { CourseChances } from './courseChances.js';
import { medianActivity } from './medianActivity.js';
import { neededActivity } from './neededActivity.js';
import type { RegionHistory } from './regionHistory.js';
import { valueOfChance } from './valueOfChance.js';

/** An activity with what sets it. */
export interface NamedActivity {
  readonly name: string;
  readonly activity: Becquerel;
}

export interface ActivityBounds {
  /** What the limits allow, jointly at the risk accepted or by medians; null without limits. */
  readonly limits: NamedActivity | null;
  /** The least of limits and caps; null when nothing bounds the activity. */
  readonly ceiling: NamedActivity | null;
  /** What the targets need: each by its median, or at the probability wanted; null without targets. */
  readonly floor: NamedActivity | null;
}

/**
 * What bounds the activity of each cycle to come (rules P3 to P5). With a risk accepted the limits act jointly: the largest activity at which the
 * probability that any of them is passed is at most the risk; it is named by the limit that alone would allow the least. Throws GW_REGION_UNKNOWN,
 * GW_LIMIT_INVALID.
 */
export function activityBounds(request: PlanRequest, course: readonly RegionHistory[], chances: CourseChances): ActivityBounds {
  const limits = limitsAllow(request, course, chances);
  const ceilings = [
    ...(limits ? [limits] : []),
    ...capsOf(request).map(({ name, activity }) => ({ name: name === 'stated' ? 'cap' : name, activity })),
  ];
  const targets = request.targets.map((target, index) => ({
    name: target.region,
    activity: neededActivity(index, request, course, chances, target.probability ?? null),
  }));
  return {
    limits,
    ceiling: leading(ceilings, (a, b) => a < b),
    floor: leading(targets, (a, b) => a > b),
  };
}

function limitsAllow(request: PlanRequest, course: readonly RegionHistory[], chances: CourseChances): NamedActivity | null {
  const { riskAccepted } = request;
  const medians = request.limits.map(limit => ({
    name: limit.region,
    activity: medianActivity(courseBound(limit, course), request.cycle, request.cyclesLeft),
  }));
  const used = medians.find(({ activity }) => activity === 0);
  if (used) throw new GraywiseError('GW_NOTHING_FEASIBLE', { binding: used.name });
  if (riskAccepted === null || !chances.jointLimits) return leading(medians, (a, b) => a < b);
  const allowed = valueOfChance(chances.jointLimits, riskAccepted);
  const alone = chances.limits.map((activities, index) => ({
    name: request.limits[index]?.region ?? '',
    activity: valueOfChance(activities, riskAccepted),
  }));
  const name = alone.reduce(
    (least, entry) => (entry.activity < least.activity ? entry : least),
    alone[0] ?? { name: '', activity: 0 },
  ).name;
  if (allowed <= 0) throw new GraywiseError('GW_NOTHING_FEASIBLE', { binding: name });
  return { name, activity: becquerel(allowed) };
}

function leading(list: readonly NamedActivity[], isAhead: (a: number, b: number) => boolean): NamedActivity | null {
  const [first, ...others] = list;
  return first ? others.reduce((leader, entry) => (isAhead(entry.activity, leader.activity) ? entry : leader), first) : null;
}
