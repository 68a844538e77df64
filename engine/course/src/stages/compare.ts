import { compareWithExpected, expectedFromPlan, expectedRange, warning, type Comparison, type StepWarning } from '@graywise/physics';
import type { ComparedCycle, DosedCycle, RegionDose } from '../model/cycle.js';

/** Gy -> verdict. Every region against the plan of this cycle, where there is one, and against the population's range, where one is known. */
export function compare(dosed: DosedCycle): ComparedCycle {
  const comparisons = dosed.doses.flatMap(region => comparisonsOf(dosed, region));
  const labelOf = (name: string): string => dosed.doses.find(region => region.name === name)?.mask.label ?? name;
  const warnings: StepWarning[] = comparisons
    .filter(({ verdict }) => verdict === 'outside')
    .map(({ region, z }) => ({ step: 'verify', ...warning('GW_OUTSIDE_EXPECTED', { where: labelOf(region), found: z.toFixed(1) }) }));
  return { ...dosed, warnings: [...dosed.warnings, ...warnings], comparisons };
}

function comparisonsOf(dosed: DosedCycle, { name, absorbedDose }: RegionDose): Comparison[] {
  const administered = dosed.administered.value;
  const planned = dosed.plan ? expectedFromPlan(dosed.plan, name, administered) : null;
  const population = expectedRange(name, dosed.radiopharmaceutical, administered);
  return [planned, population].flatMap(expected =>
    expected ? [compareWithExpected({ region: name, delivered: absorbedDose, expected })] : [],
  );
}
