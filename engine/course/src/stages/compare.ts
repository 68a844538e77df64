import {
  compareWithExpected,
  courseRegions,
  expectedAtActivity,
  expectedDosePerActivity,
  expectedFromPlan,
  warning,
  type Comparison,
  type RegionDosesPerActivity,
  type StepWarning,
} from '@graywise/physics';
import type { ComparedCycle, DosedCycle, RegionDose } from '../model/cycle.js';
import { findAbnormalities } from './findAbnormalities.js';

/**
 * Gy -> verdict. Every region against the plan of this cycle, where there is one, and against what the population, updated by the earlier cycles of the
 * patient, lets expect; then the detectors look for what is abnormal.
 */
export function compare(dosed: DosedCycle): ComparedCycle {
  const compared = comparedRegions(dosed);
  const comparisons = compared.flatMap(region => comparisonsOf(dosed, region));
  const labelOf = (name: string): string => compared.find(region => region.name === name)?.label ?? name;
  const findings = findAbnormalities(dosed);
  const warnings: StepWarning[] = [
    ...comparisons
      .filter(({ verdict }) => verdict === 'outside')
      .map(({ region, z }) => warning('GW_OUTSIDE_EXPECTED', { where: labelOf(region), found: z.toFixed(1) })),
    ...suggestedOf(comparisons, labelOf),
    ...findings.map(({ kind, message }) => warning('GW_ABNORMAL', { where: kind, found: message })),
  ].map(found => ({ step: 'verify', ...found }));
  return { ...dosed, warnings: [...dosed.warnings, ...warnings], comparisons, findings };
}

type ComparedRegion = Pick<RegionDose, 'name' | 'absorbedDose'> & { readonly label: string };

/** Regions with a dose: those drawn, and those measured without images that were not. */
function comparedRegions({ doses, measured = [] }: DosedCycle): ComparedRegion[] {
  const drawn = doses.map(({ name, mask, absorbedDose }) => ({ name, label: mask.label, absorbedDose }));
  const beside = courseRegions({ measured }).filter(({ name }) => !doses.some(region => region.name === name));
  return [...drawn, ...beside];
}

function comparisonsOf(dosed: DosedCycle, { name, label, absorbedDose }: ComparedRegion): Comparison[] {
  const administered = dosed.administered.value;
  const planned = dosed.plan ? expectedFromPlan(dosed.plan, name, administered) : null;
  const expected = expectedDosePerActivity({
    region: name,
    radiopharmaceutical: dosed.radiopharmaceutical,
    history: historyOf(dosed, name),
    ...(dosed.facts.priors && { sitePriors: dosed.facts.priors }),
    cycle: dosed.cycle,
  });
  return [planned, expected && expectedAtActivity(expected, administered)].flatMap(found =>
    found ? [compareWithExpected({ region: name, label, delivered: absorbedDose, expected: found })] : [],
  );
}

/** What the earlier cycles with this radionuclide measured in a region; of several verifications of a cycle the last. */
function historyOf({ earlier, nuclide }: DosedCycle, name: string): RegionDosesPerActivity[] {
  const byCycle = new Map(earlier.filter(verification => verification.nuclide === nuclide.name).map(found => [found.cycle, found]));
  return [...byCycle.values()].flatMap(verification =>
    courseRegions(verification)
      .filter(region => region.name === name)
      .map(({ absorbedDosePerActivity }) => ({ cycle: verification.cycle, dosePerActivity: absorbedDosePerActivity })),
  );
}

/** Regions whose expectation waits for confirmation, by the source of it: a warning each. */
function suggestedOf(comparisons: readonly Comparison[], labelOf: (name: string) => string): ReturnType<typeof warning>[] {
  const regionsBySource = new Map<string, string[]>();
  for (const { region, confirmed, source } of comparisons)
    if (!confirmed) regionsBySource.set(source, [...(regionsBySource.get(source) ?? []), labelOf(region)]);
  return [...regionsBySource].map(([source, regions]) =>
    warning('GW_SUGGESTED_VALUE', { where: regions.join(', '), found: 'the dose to expect', source }),
  );
}
