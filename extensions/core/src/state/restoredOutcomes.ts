import type { StepOutcome } from '@graywise/course';
import type { CycleVerification, Step } from '@graywise/physics';
import { formatEstimate } from '../format/formatEstimate.js';
import { withShownColors } from './withShownColors.js';
import { STEPS } from './steps.js';

/** The steps as a stored record tells them: the screen after re-opening a study, without computing anything again. */
export function restoredOutcomes(verification: CycleVerification): Record<Step, StepOutcome> {
  const headlines = headlinesOf(verification);
  const outcomes = STEPS.map(({ step }): [Step, StepOutcome] => [
    step,
    {
      step,
      status: 'done',
      headline: headlines[step],
      did: 'Restored from the record in the archive.',
      assumptions: verification.assumptions.filter(assumption => assumption.step === step),
      warnings: verification.warnings.filter(warning => warning.step === step),
      decisions: [],
      refusal: null,
      known: withShownColors(verification),
    },
  ]);
  return Object.fromEntries(outcomes) as Record<Step, StepOutcome>;
}

function headlinesOf(verification: CycleVerification): Record<Step, string> {
  const first = verification.regions.find(region => region.name === 'kidneys') ?? verification.regions[0];
  const outside = verification.comparisons.filter(comparison => comparison.verdict === 'outside').length;
  const prompts = verification.findings?.length ?? 0;
  return {
    calibrate: `${String(verification.scans.length)} scans in Bq/mL`,
    align: `${String(verification.registrations.length)} scans aligned`,
    regions: `${String(verification.regions.length)} regions`,
    'time-activity': `${String(verification.regions.length)} curves`,
    dose: first ? `${first.label} ${formatEstimate(first.absorbedDose)} Gy` : 'no regions',
    verify: `${outside === 0 ? 'all within' : `${String(outside)} outside`}${prompts > 0 ? `, ${String(prompts)} to look at` : ''}`,
    record: 'stored',
  };
}
