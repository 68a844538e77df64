import { GraywiseError } from '../errors/GraywiseError.js';
import type { PopulationPrior } from '../priors/populationPrior.js';
import { intervalFindings } from '../protocols/intervalFindings.js';
import { planFindings } from '../protocols/planFindings.js';
import { protocolFor } from '../protocols/protocolFor.js';
import { shippedProtocols } from '../protocols/shippedProtocols.js';
import type { TherapyProtocol } from '../protocols/therapyProtocol.js';
import { verificationFindings } from '../protocols/verificationFindings.js';
import { becquerel, type Becquerel } from '../quantities/quantity.js';
import type { CyclePlan, PlanRequest, ProtocolFinding } from '../record/cyclePlan.js';
import type { CycleVerification } from '../record/cycleVerification.js';
import { activityBounds, type ActivityBounds, type NamedActivity } from './activityBounds.js';
import { assertPlannable } from './assertPlannable.js';
import { boundLines } from './boundLines.js';
import { courseChances } from './courseChances.js';
import { courseHistory } from './courseHistory.js';
import { fixedActivityCycles } from './fixedActivityCycles.js';
import { infeasibilityOf } from './infeasibilityOf.js';
import { planAlternatives } from './planAlternatives.js';
import { planAssumptions } from './planAssumptions.js';
import { planLevel } from './planLevel.js';
import { planReason } from './planReason.js';
import { planWarnings } from './planWarnings.js';
import { predictionOf } from './predictionOf.js';
import type { RegionHistory } from './regionHistory.js';
import { roundedToStock } from './roundedToStock.js';
import { verificationLevel } from './verificationLevel.js';

export interface PlanInput {
  readonly request: PlanRequest;
  /** Verifications of the course, in any order; those of cycles before the one planned are used. */
  readonly history: readonly CycleVerification[];
  /** What made the plan; left out: what made the last verification. */
  readonly software?: string;
  /** Population values of the site, which go before the shipped ones. */
  readonly priors?: readonly PopulationPrior[];
  /** Plans of earlier cycles: whether activities were given as prescribed, and at which level. */
  readonly plans?: readonly CyclePlan[];
  /**
   * The protocol that the course is held against, when the request names one; left out: the shipped one of that name, else of the radiopharmaceutical. A
   * request that names none is held against none.
   */
  readonly protocol?: TherapyProtocol;
}

/**
 * The suggested activity of the next cycle: the largest that keeps every limit, jointly at the risk accepted, and every cap (rules P3 to P14). With
 * targets and without limits and caps: the least that reaches them. Before the first cycle by the population alone. The same input gives the same plan to
 * the last bit.
 *
 * Throws GW_USAGE for cycles, a risk, a probability or a stock step out of range, GW_LIMIT_INVALID when nothing bounds the activity or a limit in BED or
 * EQD2 lacks radiobiology, GW_NO_RECORD, GW_COURSE_MIXED, GW_REGION_UNKNOWN, GW_NOTHING_FEASIBLE when a limit is met already.
 */
export function planNextActivity(input: PlanInput): CyclePlan {
  const { request, history, priors = [] } = input;
  assertPlannable(request);
  const course = courseHistory(request, history, priors);
  const chances = courseChances(request, course);
  const { last, lastPlan, protocol, label, labelActivity } = contextOf(input);
  const bounds = activityBounds(request, course, chances);
  const suggestion = bounds.ceiling ?? bounds.floor;
  if (!suggestion) throw new GraywiseError('GW_LIMIT_INVALID', { found: 'no limit, no target and no cap' });
  const infeasibility = infeasibilityOf(bounds, request, course, chances);
  const activity = request.roundTo ? roundedToStock(suggestion.activity, request.roundTo) : suggestion.activity;
  const unrounded = activity === suggestion.activity ? null : predictionOf(suggestion.activity, request, course, chances);
  const { predictions, jointRisk, jointTarget } = predictionOf(activity, request, course, chances);
  const floor = bounds.floor?.activity ?? becquerel(0);
  const level = levelOf(suggestion, bounds, request, course);
  const belowTarget = activity < floor && floor <= suggestion.activity;
  return {
    schema: 'graywise/plan/1',
    software: input.software ?? last?.software ?? 'graywise',
    request,
    activity,
    binding: suggestion.name,
    feasibleWindow: bounds.ceiling && floor <= bounds.ceiling.activity ? [floor, bounds.ceiling.activity] : null,
    predictions,
    alternatives: planAlternatives({ request, course, chances, lastAdministered: last && last.administered.value, label }),
    level: level.level,
    reason: planReason({ request, suggestion, bounds, course, infeasibility, unrounded, activity }),
    chosenActivity: null,
    assumptions: planAssumptions(request, course),
    warnings: planWarnings({ request, course, activity, label: labelActivity, last, lastPlan, belowTarget }),
    signOff: null,
    jointRisk,
    jointTarget,
    bounds: boundLines(request, course, chances, activity),
    infeasibility,
    fixedActivityCycles: fixedCycles(request, course, labelActivity),
    unrounded,
    levels: { plan: level, verification: last && verificationLevel(last, lastPlan) },
    chosen: null,
    priors: course.flatMap(({ prior }) => prior ?? []),
    trendsSeen: course.flatMap(({ name, trendSeen }) => (trendSeen === null ? [] : [{ region: name, perCycle: trendSeen }])),
    ...((request.protocol ?? '') !== '' && protocol ? { protocolFindings: findingsOf(protocol, input, activity) } : {}),
  };
}

interface PlanContext {
  readonly last: CycleVerification | null;
  readonly lastPlan: CyclePlan | null;
  readonly protocol: TherapyProtocol | null;
  /** The label with its activity, and that alone; null without one. */
  readonly label: TherapyProtocol['label'];
  readonly labelActivity: Becquerel | null;
}

function contextOf({ request, history, plans = [], protocol: given }: PlanInput): PlanContext {
  const last = history.findLast(({ cycle }) => cycle === request.cycle - 1) ?? null;
  const lastPlan = plans.findLast(plan => plan.request.cycle === request.cycle - 1) ?? null;
  const named = given ?? shippedProtocols().find(({ id }) => id === request.protocol);
  const protocol = named ?? protocolFor(last?.radiopharmaceutical ?? request.radiopharmaceutical ?? '');
  const label = protocol?.label ?? null;
  return { last, lastPlan, protocol, label, labelActivity: label && label.activity };
}

function findingsOf(protocol: TherapyProtocol, { request, history }: PlanInput, activity: Becquerel): ProtocolFinding[] {
  const before = history.filter(({ cycle }) => cycle < request.cycle).toSorted((a, b) => a.cycle - b.cycle);
  return [
    ...before.flatMap(verification => verificationFindings(protocol, verification)),
    ...intervalFindings(protocol, before),
    ...planFindings(protocol, request, activity),
  ];
}

function levelOf(
  suggestion: NamedActivity,
  bounds: ActivityBounds,
  request: PlanRequest,
  course: readonly RegionHistory[],
): ReturnType<typeof planLevel> {
  const isDose = !bounds.ceiling || (bounds.limits !== null && bounds.limits.activity === bounds.ceiling.activity);
  const region = course.find(({ name }) => name === suggestion.name);
  return planLevel({
    verifiedCycles: request.cycle - 1,
    decidedBy: isDose ? 'dose' : 'activity',
    what: isDose ? (region?.label ?? suggestion.name) : suggestion.name === 'cap' ? 'the activity cap' : `the ${suggestion.name}`,
    basis: isDose ? (region?.basis ?? 'patient') : null,
  });
}

function fixedCycles(
  request: PlanRequest,
  course: readonly RegionHistory[],
  label: Becquerel | null,
): NonNullable<CyclePlan['fixedActivityCycles']> {
  const activity = request.fixedActivity ?? label;
  const counted = activity === null ? null : fixedActivityCycles(activity, request, course);
  return counted ? [counted] : [];
}
