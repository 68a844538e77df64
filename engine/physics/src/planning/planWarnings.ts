import { warning, type Warning } from '../errors/warningTable.js';
import { cycleVariation } from '../expectation/cycleVariation.js';
import type { Becquerel } from '../quantities/quantity.js';
import type { CyclePlan, PlanRequest } from '../record/cyclePlan.js';
import type { CycleVerification, StepWarning } from '../record/cycleVerification.js';
import { actingTrend } from './actingTrend.js';
import { activityWords } from './activityWords.js';
import { administeredAgainstPrescribed } from './administeredAgainstPrescribed.js';
import { doseWords } from './doseWords.js';
import { isLesion } from './isLesion.js';
import type { RegionHistory } from './regionHistory.js';
import { variationOf } from './variationOf.js';

export interface PlanWarningsInput {
  readonly request: PlanRequest;
  readonly course: readonly RegionHistory[];
  readonly activity: Becquerel;
  readonly label: Becquerel | null;
  readonly last: CycleVerification | null;
  /** The plan of the last cycle; null when there was none. */
  readonly lastPlan: CyclePlan | null;
  readonly belowTarget: boolean;
}

/** Suggested values that took part and wait for confirmation, population values that stand in, and what is not standard. */
export function planWarnings(input: PlanWarningsInput): StepWarning[] {
  const { request, course, activity, label, belowTarget } = input;
  const { cyclesSource, cyclesLeft } = request;
  const trend = actingTrend(request);
  const all = [
    ...variationWarnings(request, course),
    ...radiobiologyWarnings(request, course),
    ...boundWarnings(request),
    ...(cyclesSource?.confirmed === false
      ? [
          warning('GW_SUGGESTED_VALUE', {
            where: 'plan',
            found: `the number of cycles (${String(cyclesLeft)} to come)`,
            source: cyclesSource.source,
          }),
        ]
      : []),
    ...priorWarnings(request, course),
    ...(trend?.confirmed === false
      ? [
          warning('GW_SUGGESTED_VALUE', {
            where: 'plan',
            found: 'the change of the dose per activity between cycles',
            source: trend.source,
          }),
        ]
      : []),
    ...(label !== null && activity > 1.25 * label
      ? [warning('GW_NON_STANDARDISED', { found: activityWords(activity), expected: activityWords(label) })]
      : []),
    ...administeredWarnings(input),
    ...(belowTarget ? [warning('GW_BELOW_TARGET', { found: activityWords(activity) })] : []),
  ];
  return all.map(entry => ({ ...entry, step: 'verify' as const }));
}

/** What the limits and targets of a request are about. */
function isNamed(name: string, { limits, targets }: PlanRequest): boolean {
  return [...limits, ...targets].some(
    ({ region }) => region === name || ((region === 'worst-lesion' || region === 'mean-lesion') && isLesion(name)),
  );
}

/** What `cycleVariation` suggests for the regions that decide; its trend only where it is used. */
function variationWarnings(request: PlanRequest, course: readonly RegionHistory[]): Warning[] {
  const named = course.filter(({ name }) => isNamed(name, request));
  const suggested = named.flatMap(({ name }) => {
    const { trendPerCycle } = cycleVariation(name);
    const isUsed = trendPerCycle === 0 || variationOf(name, request).trendPerCycle === trendPerCycle;
    return cycleVariation(name).suggested.filter(text => isUsed || text.startsWith('a variation'));
  });
  return [...new Set(suggested)].map(found => warning('GW_SUGGESTED_VALUE', { where: 'plan', found, source: 'rules P2 and V4' }));
}

function radiobiologyWarnings(request: PlanRequest, course: readonly RegionHistory[]): Warning[] {
  const inEffect = {
    ...request,
    limits: request.limits.filter(({ quantity }) => quantity !== 'absorbed dose'),
    targets: request.targets.filter(({ quantity = 'absorbed dose' }) => quantity !== 'absorbed dose'),
  };
  return course
    .filter(region => isNamed(region.name, inEffect) && !region.radiobiologyConfirmed)
    .map(({ name, alphaBetaGy, radiobiologySource }) =>
      warning('GW_SUGGESTED_VALUE', { where: name, found: `alpha/beta ${String(alphaBetaGy)} Gy`, source: radiobiologySource }),
    );
}

function boundWarnings({ limits, targets }: PlanRequest): Warning[] {
  return [...limits, ...targets]
    .filter(({ confirmed }) => confirmed === false)
    .map(bound => warning('GW_SUGGESTED_VALUE', { where: bound.region, found: doseWords(bound), source: bound.source }));
}

function priorWarnings(request: PlanRequest, course: readonly RegionHistory[]): Warning[] {
  return course.flatMap(({ name, basis, prior }) => {
    if (!prior || !isNamed(name, request)) return [];
    const stands = basis === 'population' ? [warning('GW_POPULATION_STANDS', { where: name, source: prior.source })] : [];
    const suggested = prior.confirmed
      ? []
      : [warning('GW_SUGGESTED_VALUE', { where: name, found: 'the dose per activity of the population', source: prior.source })];
    return [...stands, ...suggested];
  });
}

function administeredWarnings({ last, lastPlan, label }: PlanWarningsInput): Warning[] {
  if (!last || !lastPlan) return [];
  const prescribed = lastPlan.chosenActivity ?? lastPlan.activity;
  const check = administeredAgainstPrescribed(last.administered.value, prescribed, label);
  return check.within10Percent
    ? []
    : [warning('GW_ADMINISTERED_DIFFERS', { cycle: last.cycle, found: (100 * (1 + check.deviation)).toFixed(0) })];
}
