import type { PlanRequest } from '../record/cyclePlan.js';
import type { Assumption } from '../record/cycleVerification.js';

/** What a plan takes for true, in words. */
export function planAssumptions({ cycle, cyclesLeft, targets }: PlanRequest): Assumption[] {
  const cycles = cycle === 2 ? 'cycle 1' : `cycles 1 to ${String(cycle - 1)} (mean of the logarithms, weighted)`;
  const texts = [
    `Dose per activity of the cycles to come: that of ${cycles}, with a variation between cycles of 15 %.`,
    cyclesLeft === 1 ? 'This is the last cycle.' : `This cycle and the ${String(cyclesLeft - 1)} after it get the same activity.`,
    ...(targets.length > 0 ? ['Lesions keep their dose per activity; as they shrink, that of organs can rise.'] : []),
  ];
  return texts.map(text => ({ step: 'verify', text }));
}
