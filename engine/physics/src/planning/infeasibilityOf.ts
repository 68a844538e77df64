import { gray, type Gray } from '../quantities/quantity.js';
import type { DoseLimit, Infeasibility, PlanRequest } from '../record/cyclePlan.js';
import { activityBounds, type ActivityBounds } from './activityBounds.js';
import { activityWords } from './activityWords.js';
import { chanceAt } from './chanceAt.js';
import { courseChances, type CourseChances } from './courseChances.js';
import { doseWords } from './doseWords.js';
import { limitKeeping } from './limitKeeping.js';
import type { RegionHistory } from './regionHistory.js';

const MOST_CYCLES = 12;

/**
 * Why no activity keeps every limit and cap and reaches every target, and what would have to change; null when one does (rule P11): another number of
 * cycles, a higher risk, higher limits, each by itself.
 */
export function infeasibilityOf(
  { ceiling, floor, limits }: ActivityBounds,
  request: PlanRequest,
  course: readonly RegionHistory[],
  chances: CourseChances,
): Infeasibility | null {
  if (!ceiling || !floor || floor.activity <= ceiling.activity) return null;
  const needed = floor.activity;
  const capBinds = !limits || ceiling.activity < limits.activity;
  const limitsBind = limits !== null && limits.activity < needed;
  const otherCapBinds = (request.activityCap ?? Infinity) < needed || (request.caps ?? []).some(({ activity }) => activity < needed);
  const risk =
    !otherCapBinds && limitsBind && request.riskAccepted !== null && chances.jointLimits ? chanceAt(chances.jointLimits, needed) : null;
  const raised = otherCapBinds || !limitsBind ? [] : request.limits.flatMap(limit => raisedLimit(limit, needed, request, course));
  const cyclesLeft = cyclesThatOpen(request, course);
  const found = { binding: ceiling.name, neededActivity: needed, allowedActivity: ceiling.activity, cyclesLeft, risk, limits: raised };
  return { ...found, sentence: sentenceOf(found, floor.name, capBinds, request) };
}

/** A limit that the needed activity passes, and what would keep it. */
function raisedLimit(
  limit: DoseLimit,
  needed: number,
  request: PlanRequest,
  course: readonly RegionHistory[],
): Infeasibility['limits'][number][] {
  const to: Gray = gray(limitKeeping(limit, needed, request, course));
  return to > limit.value ? [{ region: limit.region, quantity: limit.quantity, from: limit.value, to }] : [];
}

/** The number of cycles left nearest to the one asked for that has a window; of two equally near ones the fewer. */
function cyclesThatOpen(request: PlanRequest, course: readonly RegionHistory[]): number | null {
  const counts = Array.from({ length: MOST_CYCLES }, (_, index) => index + 1).filter(count => count !== request.cyclesLeft);
  counts.sort((a, b) => Math.abs(a - request.cyclesLeft) - Math.abs(b - request.cyclesLeft) || a - b);
  return (
    counts.find(cyclesLeft => {
      const asked = { ...request, cyclesLeft };
      const { ceiling, floor } = activityBounds(asked, course, courseChances(asked, course));
      return ceiling !== null && floor !== null && floor.activity <= ceiling.activity;
    }) ?? null
  );
}

function sentenceOf(found: Omit<Infeasibility, 'sentence'>, neediest: string, capBinds: boolean, { riskAccepted }: PlanRequest): string {
  const why = `No activity keeps every limit and reaches every target: ${neediest} needs ${activityWords(found.neededActivity)}, ${
    capBinds ? `the cap (${found.binding})` : found.binding
  } allows ${activityWords(found.allowedActivity)}.`;
  const ways = [
    ...(found.cyclesLeft === null ? [] : [`${String(found.cyclesLeft)} cycles left`]),
    ...(found.risk === null
      ? []
      : [`a risk of ${(100 * found.risk).toFixed(0)} % instead of ${(100 * (riskAccepted ?? 0.5)).toFixed(0)} %`]),
    ...(found.limits.length === 0
      ? []
      : [
          found.limits
            .map(
              ({ region, quantity, to }) =>
                `a limit on ${region} of ${doseWords({ region, quantity, value: gray(Number(to.toFixed(1))), source: '' })}`,
            )
            .join(' and '),
        ]),
  ];
  return ways.length === 0 ? `${why} The target would have to be lower.` : `${why} It would take ${ways.join(', or ')}, or a lower target.`;
}
