import {
  gray,
  protocolFor,
  protocolRequest,
  type CycleVerification,
  type DoseLimit,
  type DoseTarget,
  type PlanRequest,
  type PopulationPrior,
} from '@graywise/physics';
import { limitOf } from './limitOf.js';
import { plannableLimits } from './plannableLimits.js';

const USUAL_CYCLES = 4;
const USUAL_CYCLES_SOURCE = 'an assumption: four cycles, where no protocol says how many';
const USUAL_RISK = 0.05;
const USUAL_TARGET_GY = 70;

export interface PlanStart {
  readonly history: readonly CycleVerification[];
  /** What is given: of the verified cycles, or, before the first, of the course. */
  readonly radiopharmaceutical: string;
  /** The cycle to plan where none is verified. */
  readonly firstCycle: number;
  /** Population values of the site; left out: none. */
  readonly priors?: readonly PopulationPrior[];
}

/**
 * Where planning starts: the cycle after the last verified one, with the limits and the number of cycles of the protocol, and the largest lesion as
 * target. Before the first cycle it rests on the population. A limit of which no dose can be predicted is left out; the plan then says that the protocol has
 * it. Everything can be changed in the form.
 */
export function initialRequest({ history, radiopharmaceutical, firstCycle, priors = [] }: PlanStart): PlanRequest {
  const last = history.at(-1);
  const cycle = last ? last.cycle + 1 : firstCycle;
  const protocol = protocolFor(radiopharmaceutical);
  const cyclesInAll = protocol?.cycles.number ?? USUAL_CYCLES;
  const blank: PlanRequest = {
    cycle,
    cyclesLeft: Math.max(1, cyclesInAll - cycle + 1),
    cyclesSource: { source: protocol?.cycles.source ?? USUAL_CYCLES_SOURCE, confirmed: protocol?.cycles.confirmed ?? false },
    limits: [],
    targets: targetsOf(last),
    riskAccepted: USUAL_RISK,
    activityCap: null,
    ...(!last && { radiopharmaceutical }),
  };
  if (protocol) {
    const filled = protocolRequest(protocol, blank);
    return { ...filled, limits: plannableLimits(filled, last, priors) };
  }
  const limits = (last?.regions ?? []).map(region => limitOf(region.name)).filter((limit): limit is DoseLimit => limit !== null);
  return { ...blank, limits };
}

function targetsOf(last: CycleVerification | undefined): readonly DoseTarget[] {
  const lesions = (last?.regions ?? [])
    .filter(region => region.name.startsWith('lesion'))
    .toSorted((a, b) => b.volume.value - a.volume.value);
  return lesions.slice(0, 1).map(lesion => ({
    region: lesion.name,
    value: gray(USUAL_TARGET_GY),
    source: 'to be set by the physician',
    confirmed: false,
  }));
}
