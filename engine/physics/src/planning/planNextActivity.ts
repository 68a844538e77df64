import { GraywiseError } from '../errors/GraywiseError.js';
import { warning } from '../errors/warningTable.js';
import { becquerel, type Becquerel } from '../quantities/quantity.js';
import type { CyclePlan, PlanRequest } from '../record/cyclePlan.js';
import type { CycleVerification, StepWarning } from '../record/cycleVerification.js';
import { courseHistory, type RegionHistory } from './courseHistory.js';
import { activityAtRisk, doseBound, type DoseBound } from './doseBound.js';
import { planAlternatives } from './planAlternatives.js';
import { planAssumptions } from './planAssumptions.js';
import { planReason } from './planReason.js';
import { predictDoses } from './predictDoses.js';

export interface PlanInput {
  readonly request: PlanRequest;
  /** Verifications of the course, in any order; those of cycles before the one planned are used. */
  readonly history: readonly CycleVerification[];
  /** What made the plan; left out: what made the last verification. */
  readonly software?: string;
}

/** One bound on the activity and what sets it. */
interface Ceiling {
  readonly name: string;
  readonly activity: Becquerel;
}

/**
 * The suggested activity of the next cycle: the largest that keeps every limit, at the risk accepted, and the cap (rules P3 to P7). With targets and
 * without limits and cap: the least that reaches them. The same input gives the same plan to the last bit.
 *
 * Throws GW_USAGE for cycles or a risk out of range, GW_LIMIT_INVALID when nothing bounds the activity or a BED limit lacks radiobiology,
 * GW_NO_RECORD, GW_REGION_UNKNOWN, GW_NOTHING_FEASIBLE when a limit is met already.
 */
export function planNextActivity({ request, history, software }: PlanInput): CyclePlan {
  assertUsable(request);
  const course = courseHistory(request, history);
  const last = history.findLast(({ cycle }) => cycle === request.cycle - 1);
  if (!last) throw new GraywiseError('GW_NO_RECORD', { cycle: request.cycle - 1 });
  const targets = request.targets.map(target => doseBound(target, regionOf(target.region, course), request.cyclesLeft));
  const lowest = highestOf(targets);
  const highest = ceiling(request, course);
  const suggestion = highest ?? lowest;
  if (!suggestion) throw new GraywiseError('GW_LIMIT_INVALID', { found: 'no limit, no target and no cap' });
  const floor = lowest?.activity ?? becquerel(0);
  const feasibleWindow = highest && floor <= highest.activity ? ([floor, highest.activity] as const) : null;
  const { activity } = suggestion;
  return {
    schema: 'graywise/plan/1',
    software: software ?? last.software,
    request,
    activity,
    binding: suggestion.name,
    feasibleWindow,
    predictions: predictDoses({ activity, request, history }),
    alternatives: planAlternatives({
      request,
      history,
      course,
      lastAdministered: last.administered.value,
      radiopharmaceutical: last.radiopharmaceutical,
    }),
    level: suggestion.name === 'cap' ? 'ii' : 'iii',
    reason: planReason({ request, suggestion, highest, lowest, course }),
    chosenActivity: null,
    assumptions: planAssumptions(request),
    warnings: planWarnings(request, history),
    signOff: null,
  };
}

function assertUsable({ cycle, cyclesLeft, riskAccepted }: PlanRequest): void {
  if (!Number.isInteger(cycle) || cycle < 1) throw new GraywiseError('GW_USAGE', { expected: 'a cycle of 1 or more', found: cycle });
  if (!Number.isInteger(cyclesLeft) || cyclesLeft < 1)
    throw new GraywiseError('GW_USAGE', { expected: 'one cycle left or more', found: cyclesLeft });
  if (riskAccepted !== null && !(riskAccepted > 0 && riskAccepted < 1))
    throw new GraywiseError('GW_USAGE', { expected: 'a risk between 0 and 1', found: riskAccepted });
}

function ceiling(request: PlanRequest, course: readonly RegionHistory[]): Ceiling | null {
  const ceilings = request.limits.map(limit => {
    const bound = doseBound(limit, regionOf(limit.region, course), request.cyclesLeft);
    if (bound.medianActivity === 0) throw new GraywiseError('GW_NOTHING_FEASIBLE', { binding: limit.region });
    return { name: limit.region, activity: activityAtRisk(bound, request.riskAccepted) };
  });
  const all = request.activityCap === null ? ceilings : [...ceilings, { name: 'cap', activity: request.activityCap }];
  const [first, ...others] = all;
  return first ? others.reduce((least, entry) => (entry.activity < least.activity ? entry : least), first) : null;
}

function highestOf(targets: readonly DoseBound[]): Ceiling | null {
  const ceilings = targets.map(({ region, medianActivity }) => ({ name: region, activity: medianActivity }));
  const [first, ...others] = ceilings;
  return first ? others.reduce((most, entry) => (entry.activity > most.activity ? entry : most), first) : null;
}

function regionOf(name: string, course: readonly RegionHistory[]): RegionHistory {
  const region = course.find(entry => entry.name === name);
  if (!region) throw new GraywiseError('GW_REGION_UNKNOWN', { expected: name, found: course.map(entry => entry.name).join(', ') });
  return region;
}

/** Suggested values that took part, to be confirmed. */
function planWarnings(request: PlanRequest, history: readonly CycleVerification[]): StepWarning[] {
  const inBed = request.limits.filter(({ quantity }) => quantity === 'BED').map(({ region }) => region);
  const radiobiology = history
    .findLast(({ cycle }) => cycle === request.cycle - 1)
    ?.regions.filter(region => inBed.includes(region.name) && region.radiobiology?.confirmed === false);
  const variation = warning('GW_SUGGESTED_VALUE', { where: 'plan', found: 'a variation of 15 % between cycles', source: 'rule P2' });
  const effects = (radiobiology ?? []).map(region =>
    warning('GW_SUGGESTED_VALUE', {
      where: region.name,
      found: `alpha/beta ${String(region.radiobiology?.alphaBetaGy)} Gy`,
      source: region.radiobiology?.source ?? '',
    }),
  );
  return [variation, ...effects].map(entry => ({ ...entry, step: 'verify' as const }));
}
