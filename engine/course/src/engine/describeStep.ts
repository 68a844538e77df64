import { GraywiseError, type Step, type StepWarning } from '@graywise/physics';
import { knownOf } from '../stages/record.js';
import { STEP_WORDS } from './stepWords.js';
import type { Decision, DecisionAnswer, StepOutcome } from './courseEngine.js';
import type { CycleResults } from './CycleRun.js';

/** What a finished step tells a person: a few words, one sentence, what was assumed, what asks for a decision. */
export function describeStep(step: Step, results: CycleResults, answers: readonly DecisionAnswer[]): StepOutcome {
  const decisions = step === 'align' ? registrationsToAccept(results, answers) : [];
  const latest = results[step];
  if (!latest) throw new GraywiseError('GW_USAGE', { expected: `the step ${step} to be done`, found: 'nothing' });
  const { headline, did } = STEP_WORDS[step](results);
  const regionWarnings: StepWarning[] =
    step === 'regions'
      ? (results.regions?.regions ?? []).flatMap(region => region.warnings.map(found => ({ ...found, step })))
      : step === 'time-activity'
        ? (results['time-activity']?.curves ?? []).flatMap(region => region.warnings.map(found => ({ ...found, step })))
        : step === 'dose'
          ? (results.dose?.measured ?? []).flatMap(region => region.warnings.map(found => ({ ...found, step })))
          : [];
  return {
    step,
    status: decisions.length > 0 ? 'needs a decision' : 'done',
    headline,
    did,
    assumptions: latest.assumptions.filter(assumption => assumption.step === step),
    warnings: [...latest.warnings.filter(found => found.step === step), ...regionWarnings],
    decisions,
    refusal: null,
    known: knownOf(results),
  };
}

function registrationsToAccept(results: CycleResults, answers: readonly DecisionAnswer[]): Decision[] {
  return (results.align?.registrations ?? [])
    .filter(({ quality, timePoint }) => quality !== null && !quality.accepted && !isAccepted(timePoint, answers))
    .map(({ timePoint, quality }) => ({
      kind: 'accept registration',
      subject: String(timePoint),
      question: `Scan ${String(timePoint)}: ${quality?.reasons.join('; ') ?? ''}. Look at the fused images: accept it, with the reason?`,
    }));
}

function isAccepted(timePoint: number, answers: readonly DecisionAnswer[]): boolean {
  return answers.some(({ kind, subject }) => kind === 'accept registration' && subject === String(timePoint));
}
