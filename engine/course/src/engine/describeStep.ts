import { GraywiseError, inGrams, inMegabecquerel, type Step, type StepWarning } from '@graywise/physics';
import { knownOf } from '../stages/record.js';
import type { Decision, DecisionAnswer, StepOutcome } from './courseEngine.js';
import type { CycleResults } from './CycleRun.js';

/** What a finished step tells a person: a few words, one sentence, what was assumed, what asks for a decision. */
export function describeStep(step: Step, results: CycleResults, answers: readonly DecisionAnswer[]): StepOutcome {
  const decisions = step === 'align' ? registrationsToAccept(results, answers) : [];
  const latest = results[step];
  if (!latest) throw new GraywiseError('GW_USAGE', { expected: `the step ${step} to be done`, found: 'nothing' });
  const { headline, did } = words(step, results);
  const regionWarnings: StepWarning[] =
    step === 'regions'
      ? (results.regions?.regions ?? []).flatMap(region => region.warnings.map(found => ({ ...found, step })))
      : step === 'time-activity'
        ? (results['time-activity']?.curves ?? []).flatMap(region => region.warnings.map(found => ({ ...found, step })))
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

function words(step: Step, results: CycleResults): { headline: string; did: string } {
  switch (step) {
    case 'calibrate': {
      const cycle = results.calibrate;
      const scans = cycle?.scans.length ?? 0;
      const activity = cycle ? `${inMegabecquerel(cycle.administered.value).toFixed(0)} MBq` : '';
      const how = cycle?.calibration
        ? `by the camera calibration of ${cycle.calibration.camera.model || 'the camera'}`
        : 'as the images state it';
      return { headline: `${String(scans)} scans, ${activity}`, did: `Read ${String(scans)} scans and expressed them in Bq/mL ${how}.` };
    }
    case 'align': {
      const residuals = (results.align?.registrations ?? []).flatMap(({ quality }) => quality?.inverseConsistencyMm ?? []);
      const worst = residuals.length > 0 ? `${Math.max(...residuals).toFixed(1)} mm` : 'one frame';
      const scans = results.align?.registrations.length ?? 0;
      return {
        headline: `${String(scans)} scans, ${worst}`,
        did: `Brought ${String(scans)} scans to scan ${String((results.align?.referenceIndex ?? 0) + 1)}; forward and backward registration differ by at most ${worst}.`,
      };
    }
    case 'regions': {
      const regions = results.regions?.regions ?? [];
      const mass = regions.find(({ name }) => name === 'kidneys')?.mass.value;
      const kidneys = mass === undefined ? '' : `, kidneys ${inGrams(mass).toFixed(0)} g`;
      return {
        headline: `${String(regions.length)} regions${kidneys}`,
        did: `Measured volume and mass of ${String(regions.length)} regions.`,
      };
    }
    case 'time-activity': {
      const curves = results['time-activity']?.curves ?? [];
      return {
        headline: `${String(curves.length)} curves`,
        did: `Fitted ${String(curves.length)} time-activity curves and integrated them.`,
      };
    }
    case 'dose': {
      const kidneys = results.dose?.doses.find(({ name }) => name === 'kidneys') ?? results.dose?.doses[0];
      const dose = kidneys
        ? `${kidneys.name} ${kidneys.absorbedDose.value.toFixed(1)} ± ${kidneys.absorbedDose.standardUncertainty.toFixed(1)} Gy`
        : 'done';
      return { headline: dose, did: 'Absorbed dose by local deposition of electrons; photons are left out and bounded.' };
    }
    case 'verify': {
      const outside = results.verify?.comparisons.filter(({ verdict }) => verdict === 'outside') ?? [];
      const within = outside.length === 0 ? 'as expected' : `${String(outside.length)} outside`;
      return { headline: within, did: `Compared ${String(results.verify?.comparisons.length ?? 0)} regions with what was expected.` };
    }
    case 'record':
      return { headline: 'ready to store', did: 'Prepared the record: dose, regions, registrations and report.' };
  }
}
