import { compareWithExpected, warning, type Comparison, type StepWarning } from '@graywise/physics';
import type { ComparedCycle, DosedCycle } from '../model/cycle.js';

/** Gy -> verdict. Every region against the plan of this cycle, where there is one, and against the population range, where one is known. */
export function compare(dosed: DosedCycle): ComparedCycle {
  const comparisons: Comparison[] = dosed.doses.flatMap(({ name, absorbedDose }) =>
    compareWithExpected({
      region: name,
      delivered: absorbedDose,
      administered: dosed.administered.value,
      radiopharmaceutical: dosed.radiopharmaceutical,
      plan: dosed.plan,
    }),
  );
  const warnings: StepWarning[] = comparisons
    .filter(({ verdict }) => verdict === 'outside')
    .map(({ region, z }) => ({ step: 'verify', ...warning('GW_OUTSIDE_EXPECTED', { where: region, found: z.toFixed(1) }) }));
  return { ...dosed, warnings: [...dosed.warnings, ...warnings], comparisons };
}
