import { formatEstimate, type Explanation } from '@graywise/extension-core';
import type { CycleVerification } from '@graywise/physics';
import type { DeliveredRow } from './PlanCoursePanel.js';

/** Where the dose of all cycles so far comes from. */
export function explainSum({ region, perCycle, sum }: DeliveredRow, cycles: readonly CycleVerification[]): Explanation {
  return {
    title: `Absorbed dose to ${region.label} so far`,
    value: `${formatEstimate(sum)} Gy`,
    estimate: sum,
    equation: 'D = D(cycle 1) + D(cycle 2) + …',
    source: 'What the cycles share, such as the calibration, adds as it stands; the rest adds in quadrature (JCGM 100:2008, 5.2).',
    inputs: cycles.flatMap(({ cycle }, index) => {
      const dose = perCycle[index];
      return dose ? [{ name: `Cycle ${String(cycle)}`, value: `${formatEstimate(dose)} Gy` }] : [];
    }),
    notes: [],
    objects: [],
  };
}
