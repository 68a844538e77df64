import { exp } from '../numerics/exp.js';
import type { PlanRequest } from '../record/cyclePlan.js';
import type { Assumption } from '../record/cycleVerification.js';
import { actingTrend } from './actingTrend.js';
import { isLesion } from './isLesion.js';
import type { RegionHistory } from './regionHistory.js';
import { variationOf } from './variationOf.js';

/** What a plan takes for true, in words. */
export function planAssumptions(request: PlanRequest, course: readonly RegionHistory[]): Assumption[] {
  const { cycle, cyclesLeft, limits, targets, riskAccepted } = request;
  const change = trendText(request, course);
  const inBed = [...limits, ...targets].some(({ quantity }) => quantity === 'BED' || quantity === 'EQD2');
  const texts = [
    basisText(cycle, course),
    cyclesLeft === 1
      ? 'This is the last cycle.'
      : `This cycle and the ${String(cyclesLeft - 1)} after it get the same activity; each deviates on its own, what is common to them does not average out.`,
    ...(change === null ? [] : [change]),
    ...(standsForAll(request, course)
      ? ["One lesion of the population stands for all of the patient's lesions, whose number is not known."]
      : []),
    ...(inBed ? ['The kinetics of the cycles to come are those of the last one; BEDs of cycles weeks apart add.'] : []),
    ...(riskAccepted !== null || cycle === 1
      ? ['Probabilities are those of 8191 scenarios, equal for equal input; they are accurate to 0.3 percentage points.']
      : []),
  ];
  return texts.map(text => ({ step: 'verify', text }));
}

/** Before the first cycle the lesion of least dose and the mean of the lesions are that of one lesion of the population. */
function standsForAll({ cycle, targets }: PlanRequest, course: readonly RegionHistory[]): boolean {
  return (
    cycle === 1 &&
    targets.some(({ region }) => region === 'worst-lesion' || region === 'mean-lesion') &&
    course.some(({ name }) => name === 'lesion')
  );
}

function basisText(cycle: number, course: readonly RegionHistory[]): string {
  const variation = course.some(({ name }) => isLesion(name)) ? '15 % (lesions: 25 %)' : '15 %';
  if (cycle === 1)
    return `Dose per activity: that of the population, no cycle of this patient being known; each cycle deviates by ${variation}.`;
  const cycles = cycle === 2 ? 'cycle 1' : `cycles 1 to ${String(cycle - 1)} (mean of the logarithms, weighted)`;
  const population = course.some(({ basis }) => basis === 'population and patient') ? ', weighed against the population' : '';
  return `Dose per activity of the cycles to come: that of ${cycles}${population}, with a variation between cycles of ${variation}.`;
}

/** How the dose per activity changes from cycle to cycle, and who says so; null where nothing is at stake. */
function trendText(request: PlanRequest, course: readonly RegionHistory[]): string | null {
  const { targets } = request;
  const trend = actingTrend(request);
  const words = (share: number): string => `${share < 0 ? 'falls' : 'rises'} by ${(100 * Math.abs(share)).toFixed(0)} %`;
  if (trend)
    return `From cycle to cycle the dose per activity of organs ${words(trend.organs)} and that of lesions ${words(trend.lesions)} (${trend.confirmed ? '' : 'suggested: '}${trend.source}).`;
  const lesion = course.find(({ name }) => isLesion(name));
  const { trendPerCycle } = lesion ? variationOf(lesion.name, request) : { trendPerCycle: 0 };
  if (trendPerCycle !== 0)
    return `From cycle to cycle the dose per activity of lesions ${words(exp(trendPerCycle) - 1)}, more or less; that of organs stays (suggested).`;
  return targets.length > 0 ? 'Lesions keep their dose per activity; as they shrink, that of organs can rise.' : null;
}
