import type { PlanRequest } from '../record/cyclePlan.js';
import type { Assumption } from '../record/cycleVerification.js';
import type { RegionHistory } from './regionHistory.js';

/** What a plan takes for true, in words. */
export function planAssumptions({ cycle, cyclesLeft, limits, targets, trend, riskAccepted }: PlanRequest, course: readonly RegionHistory[]): Assumption[] {
  const inBed = [...limits, ...targets].some(({ quantity }) => quantity === 'BED' || quantity === 'EQD2');
  const texts = [
    basisText(cycle, course),
    cyclesLeft === 1
      ? 'This is the last cycle.'
      : `This cycle and the ${String(cyclesLeft - 1)} after it get the same activity; each deviates on its own, what is common to them does not average out.`,
    ...(trend ? [trendText(trend)] : []),
    ...(!trend && targets.length > 0 ? ['Lesions keep their dose per activity; as they shrink, that of organs can rise.'] : []),
    ...(inBed ? ['The kinetics of the cycles to come are those of the last one; BEDs of cycles weeks apart add.'] : []),
    ...(riskAccepted !== null || cycle === 1
      ? ['Probabilities are those of 8191 scenarios, equal for equal input; they are accurate to 0.3 percentage points.']
      : []),
  ];
  return texts.map(text => ({ step: 'verify', text }));
}

function basisText(cycle: number, course: readonly RegionHistory[]): string {
  if (cycle === 1) return 'Dose per activity: that of the population, no cycle of this patient being known; each cycle deviates by 15 %.';
  const cycles = cycle === 2 ? 'cycle 1' : `cycles 1 to ${String(cycle - 1)} (mean of the logarithms, weighted)`;
  const population = course.some(({ basis }) => basis === 'population and patient') ? ', weighed against the population' : '';
  return `Dose per activity of the cycles to come: that of ${cycles}${population}, with a variation between cycles of 15 %.`;
}

function trendText({ organs, lesions, source }: NonNullable<PlanRequest['trend']>): string {
  const words = (share: number): string => `${share < 0 ? 'falls' : 'rises'} by ${(100 * Math.abs(share)).toFixed(0)} %`;
  return `From cycle to cycle the dose per activity of organs ${words(organs)} and that of lesions ${words(lesions)} (${source}).`;
}
