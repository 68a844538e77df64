import { becquerel, type Becquerel } from '../quantities/quantity.js';
import type { PlanAlternative, PlanRequest } from '../record/cyclePlan.js';
import { activityWords } from './activityWords.js';
import { courseBound } from './courseBound.js';
import type { CourseChances } from './courseChances.js';
import { medianActivity } from './medianActivity.js';
import { neededActivity } from './neededActivity.js';
import { predictionOf } from './predictionOf.js';
import type { RegionHistory } from './regionHistory.js';
import { valueOfChance } from './valueOfChance.js';

const USUAL_RISK = 0.05;

export interface AlternativesInput {
  readonly request: PlanRequest;
  readonly course: readonly RegionHistory[];
  readonly chances: CourseChances;
  /** Null before the first cycle. */
  readonly lastAdministered: Becquerel | null;
  /** Activity of the label, and where it was read; null without one. */
  readonly label: { readonly activity: Becquerel; readonly source: string; readonly confirmed: boolean } | null;
}

type Option = Pick<PlanAlternative, 'title' | 'activity' | 'source' | 'confirmed'> & {
  readonly kind: NonNullable<PlanAlternative['kind']>;
};

/**
 * Other activities a practitioner would want to compare, each with its predictions (rule P6): the label's, a stated one, the last one again, that by body
 * mass, what the limits allow by their medians and jointly at the risk accepted (5 % when none is), what the targets need. None of them is held to a cap. The
 * label's keeps its source and whether anyone confirmed it.
 */
export function planAlternatives(input: AlternativesInput): PlanAlternative[] {
  const { request, course, chances } = input;
  return [...fixedOptions(input), ...limitOptions(input), ...targetOptions(input)].map(option => {
    const prediction = predictionOf(option.activity, request, course, chances);
    return { ...option, ...prediction, cycles: request.cyclesLeft };
  });
}

function fixedOptions({ request, lastAdministered, label }: AlternativesInput): Option[] {
  const { fixedActivity, perBodyMass } = request;
  return [
    ...(label === null ? [] : [labelOption(label)]),
    ...(fixedActivity && fixedActivity !== label?.activity
      ? [{ kind: 'fixed' as const, title: `Fixed: ${gigabecquerels(fixedActivity)}`, activity: fixedActivity }]
      : []),
    ...(lastAdministered === null ? [] : [{ kind: 'last cycle' as const, title: 'As in the last cycle', activity: lastAdministered }]),
    ...(perBodyMass
      ? [
          {
            kind: 'body mass' as const,
            title: `By body mass: ${activityWords(becquerel(perBodyMass.becquerelPerKilogram))}/kg, ${String(perBodyMass.bodyMassKg)} kg`,
            activity: becquerel(perBodyMass.becquerelPerKilogram * perBodyMass.bodyMassKg),
          },
        ]
      : []),
  ];
}

function labelOption({ activity, source, confirmed }: NonNullable<AlternativesInput['label']>): Option {
  return { kind: 'fixed', title: `Label: ${gigabecquerels(activity)}`, activity, source, confirmed };
}

function limitOptions({ request, course, chances }: AlternativesInput): Option[] {
  if (!chances.jointLimits) return [];
  const risk = request.riskAccepted ?? USUAL_RISK;
  const medians = request.limits.map(limit => medianActivity(courseBound(limit, course), request.cycle, request.cyclesLeft));
  return [
    { kind: 'limits', title: 'Every limit kept by its median', activity: becquerel(Math.min(...medians)) },
    {
      kind: 'limits',
      title: `Every limit kept with ${percent(1 - risk)} probability`,
      activity: becquerel(Math.max(0, valueOfChance(chances.jointLimits, risk))),
    },
  ];
}

function targetOptions({ request, course, chances }: AlternativesInput): Option[] {
  if (request.targets.length === 0) return [];
  const highest = (probability: number | null): Becquerel =>
    becquerel(Math.max(...request.targets.map((_, index) => neededActivity(index, request, course, chances, probability))));
  const wanted = Math.max(...request.targets.map(({ probability }) => probability ?? 0));
  const byMedian: Option = { kind: 'targets', title: 'Every target reached by its median', activity: highest(null) };
  if (wanted === 0) return [byMedian];
  return [byMedian, { kind: 'targets', title: `Each target reached with ${percent(wanted)} probability`, activity: highest(wanted) }];
}

function gigabecquerels(activity: Becquerel): string {
  return `${String(Number((activity / 1e9).toPrecision(4)))} GBq`;
}

function percent(share: number): string {
  return `${String(Number((100 * share).toPrecision(3)))} %`;
}
