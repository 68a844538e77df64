import type { Becquerel } from '../quantities/quantity.js';
import type { FixedActivityCycles, PlanRequest } from '../record/cyclePlan.js';
import { chanceAt } from './chanceAt.js';
import { courseBound } from './courseBound.js';
import { courseChances } from './courseChances.js';
import { medianActivity } from './medianActivity.js';
import type { RegionHistory } from './regionHistory.js';

/** No course is followed further than this many cycles ahead. */
const MOST_CYCLES = 20;

/**
 * How many further cycles of one activity the limits allow (rule P10): by their medians, and at the risk accepted, jointly. Null without limits.
 * Cycles of a fixed activity until the limit is reached: Sundlöv 2017, Eur J Nucl Med Mol Imaging 44, 1480 (ILUMINET).
 */
export function fixedActivityCycles(
  activity: Becquerel,
  request: PlanRequest,
  course: readonly RegionHistory[],
): FixedActivityCycles | null {
  const counts = request.limits.map(limit => {
    const bound = courseBound(limit, course);
    let cycles = 0;
    while (cycles < MOST_CYCLES && medianActivity(bound, request.cycle, cycles + 1) >= activity) cycles++;
    return { region: limit.region, cycles };
  });
  const [first, ...others] = counts;
  if (!first) return null;
  const least = others.reduce((fewest, entry) => (entry.cycles < fewest.cycles ? entry : fewest), first);
  return {
    activity,
    byMedian: least.cycles,
    atRisk: request.riskAccepted === null ? null : cyclesAtRisk(activity, request.riskAccepted, request, course, least.cycles),
    inAll: request.cycle - 1 + least.cycles,
    binding: least.region,
  };
}

/** From the number that medians allow downwards, or upwards where the risk accepted is more than even. */
function cyclesAtRisk(activity: Becquerel, risk: number, request: PlanRequest, course: readonly RegionHistory[], start: number): number {
  const keeps = (cycles: number): boolean => {
    const { jointLimits } = courseChances({ ...request, targets: [], cyclesLeft: cycles }, course);
    return !jointLimits || chanceAt(jointLimits, activity) <= risk;
  };
  let cycles = start;
  while (cycles > 0 && !keeps(cycles)) cycles--;
  while (cycles >= start && cycles < MOST_CYCLES && keeps(cycles + 1)) cycles++;
  return cycles;
}
