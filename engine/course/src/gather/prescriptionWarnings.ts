import {
  administeredAgainstPrescribed,
  inMegabecquerel,
  protocolFor,
  warning,
  type Becquerel,
  type CyclePlan,
  type StepWarning,
} from '@graywise/physics';

/** An administered activity that is not within 10 % of the prescribed one, or more than 25 % above the label (rule P14). */
export function prescriptionWarnings(
  cycle: number,
  administered: Becquerel,
  plan: CyclePlan | null,
  radiopharmaceutical: string,
): StepWarning[] {
  const label = protocolFor(radiopharmaceutical)?.label?.activity ?? null;
  const prescribed = plan ? (plan.chosenActivity ?? plan.activity) : null;
  const check = administeredAgainstPrescribed(administered, prescribed ?? administered, label);
  const megabecquerels = (activity: Becquerel): string => `${inMegabecquerel(activity).toFixed(0)} MBq`;
  const found = [
    ...(check.within10Percent ? [] : [warning('GW_ADMINISTERED_DIFFERS', { cycle, found: (100 * (1 + check.deviation)).toFixed(0) })]),
    ...(check.nonStandardised && label !== null
      ? [warning('GW_NON_STANDARDISED', { found: megabecquerels(administered), expected: megabecquerels(label) })]
      : []),
  ];
  return found.map(entry => ({ ...entry, step: 'calibrate' as const }));
}
