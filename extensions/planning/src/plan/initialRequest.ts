import { gray, type CycleVerification, type DoseLimit, type DoseTarget, type PlanRequest } from '@graywise/physics';
import { limitOf } from './limitOf.js';

const USUAL_CYCLES = 4;
const USUAL_RISK = 0.05;
const USUAL_TARGET_GY = 70;

/**
 * Where planning starts: the cycle after the last verified one, four cycles in all, the suggested limits of the verified regions, the largest lesion as
 * target. Everything can be changed in the form.
 */
export function initialRequest(history: readonly CycleVerification[]): PlanRequest {
  const last = history.at(-1);
  const cycle = (last?.cycle ?? 0) + 1;
  const regions = last?.regions ?? [];
  const limits = regions.map(region => limitOf(region.name)).filter((limit): limit is DoseLimit => limit !== null);
  const lesions = regions.filter(region => region.name.startsWith('lesion')).toSorted((a, b) => b.volume.value - a.volume.value);
  const targets = lesions
    .slice(0, 1)
    .map((lesion): DoseTarget => ({ region: lesion.name, value: gray(USUAL_TARGET_GY), source: 'suggested: to be set by the physician' }));
  return { cycle, cyclesLeft: Math.max(1, USUAL_CYCLES - cycle + 1), limits, targets, riskAccepted: USUAL_RISK, activityCap: null };
}
