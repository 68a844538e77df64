import { formatChance, formatEstimate, formatPercent } from '@graywise/extension-core';
import type {
  CourseRegion,
  CyclePlan,
  DoseLimit,
  DoseQuantity,
  DoseTarget,
  Estimate,
  PlanAlternative,
  RegionPrediction,
} from '@graywise/physics';
import { labelOf } from './labelOf.js';
import { quantityWords } from './quantityWords.js';

/** A row of the table of alternatives: a number of each of them, and a chance beside it. Null where there is none. */
export interface AlternativeRow {
  readonly key: string;
  readonly title: string;
  /** The region that the row is of; null for one of the whole plan. */
  readonly region: string | null;
  /** What its dose is stated in. */
  readonly quantity: DoseQuantity;
  /** Where what the row is held against comes from, such as a limit or the number of cycles, while the centre must confirm it; null: it need not. */
  readonly suggested: string | null;
  readonly dose: (alternative: PlanAlternative) => string | null;
  readonly chance: (alternative: PlanAlternative) => string | null;
}

/** Cycles, then every limit, every target, the lesions without one, and the chances of any limit and every target together. */
export function alternativeRows(plan: CyclePlan, regions: readonly CourseRegion[]): readonly AlternativeRow[] {
  const { limits, targets } = plan.request;
  const stated = [...limits, ...targets].map(({ region }) => region);
  const lesions = plan.predictions.filter(({ name }) => name.startsWith('lesion') && !stated.includes(name));
  return [
    {
      key: 'cycles',
      title: 'Cycles to come',
      region: null,
      quantity: 'absorbed dose',
      suggested: suggestedBy(plan.request.cyclesSource),
      dose: ({ cycles }) => (cycles === undefined ? null : String(cycles)),
      chance: () => null,
    },
    ...limits.map((limit, index) => limitRow(limit, index, regions)),
    ...targets.map((target, index) => targetRow(target, index, regions)),
    ...lesions.map(({ name }) => ({
      quantity: 'absorbed dose' as const,
      suggested: null,
      key: name,
      title: labelOf(name, regions),
      region: name,
      dose: (one: PlanAlternative) => doseOf(one, name),
      chance: () => null,
    })),
    ...jointRows(plan),
  ];
}

function limitRow(limit: DoseLimit, index: number, regions: readonly CourseRegion[]): AlternativeRow {
  const { region, quantity } = limit;
  const per = limit.per === 'cycle' ? ' per cycle' : '';
  return {
    key: region,
    title: `${labelOf(region, regions)}, limit ${quantityWords(limit.value, quantity)}${per}`,
    region,
    quantity,
    suggested: suggestedBy(limit),
    dose: one => doseOf(one, region, quantity, limit.per),
    chance: one => {
      const risk = one.limitRisks?.[index] ?? predictionOf(one, region)?.probabilityOverLimit ?? null;
      return risk === null ? null : `over: ${formatChance(risk)}`;
    },
  };
}

function targetRow(target: DoseTarget, index: number, regions: readonly CourseRegion[]): AlternativeRow {
  const { region, quantity } = target;
  return {
    key: `target ${region}`,
    title: `${labelOf(region, regions)}, target ${quantityWords(target.value, quantity)}`,
    region,
    quantity: quantity ?? 'absorbed dose',
    suggested: suggestedBy(target),
    dose: one => doseOf(one, region, quantity),
    chance: one => {
      const chance = one.targetChances?.[index] ?? predictionOf(one, region)?.probabilityReachesTarget ?? null;
      return chance === null ? null : `reached: ${formatChance(chance)}`;
    },
  };
}

function jointRows({ request }: CyclePlan): readonly AlternativeRow[] {
  const joint = (key: string, title: string, of: (one: PlanAlternative) => number | null | undefined): AlternativeRow => ({
    key,
    title,
    region: null,
    quantity: 'absorbed dose',
    suggested: null,
    dose: one => {
      const chance = of(one);
      return chance === null || chance === undefined ? null : formatChance(chance);
    },
    chance: () => null,
  });
  const accepted = request.riskAccepted === null ? '' : `, accepted ${formatPercent(request.riskAccepted)}`;
  return [
    ...(request.limits.length > 0 ? [joint('any limit', `Chance to pass any limit${accepted}`, one => one.jointRisk)] : []),
    ...(request.targets.length > 0 ? [joint('every target', 'Chance to reach every target', one => one.jointTarget)] : []),
  ];
}

function suggestedBy(stated: { readonly source: string; readonly confirmed?: boolean } | undefined): string | null {
  return stated?.confirmed === false ? stated.source : null;
}

const predictionOf = (one: PlanAlternative, name: string): RegionPrediction | null =>
  one.predictions.find(prediction => prediction.name === name) ?? null;

function doseOf(one: PlanAlternative, name: string, quantity?: DoseLimit['quantity'], per?: DoseLimit['per']): string | null {
  const prediction = predictionOf(one, name);
  if (!prediction) return null;
  const course: Estimate | null | undefined =
    quantity === 'BED' ? prediction.cumulativeBed : quantity === 'EQD2' ? prediction.cumulativeEqd2 : prediction.cumulative;
  const shown = per === 'cycle' ? prediction.absorbedDose : course;
  return shown ? `${formatEstimate(shown)} Gy` : null;
}
