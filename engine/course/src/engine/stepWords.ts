import { inGrams, inMegabecquerel, type DoseEngineName, type Step } from '@graywise/physics';
import type { CycleResults } from './CycleRun.js';

/** A few words for the list of steps, and one sentence on what was done. */
export interface StepWords {
  readonly headline: string;
  readonly did: string;
}

/** How the dose was computed, as the end of a sentence. */
export const DOSE_ENGINE_WORDS: Readonly<Record<DoseEngineName, string>> = {
  localDeposition: 'by local deposition of electrons; photons are left out and bounded',
  voxelKernel: 'by convolution with the kernel of a voxel of soft tissue',
  monteCarlo: 'by Monte Carlo through the densities and tissues of the CT',
  organSValue: 'by organ S-values of the stylised adult with the masses of the patient',
  sphere: 'of every region as a ball of its mass',
};

/** How each finished step speaks of itself. */
export const STEP_WORDS: Readonly<Record<Step, (results: CycleResults) => StepWords>> = {
  calibrate: ({ calibrate: cycle }) => {
    const scans = count(cycle?.scans, 'scan');
    const activity = cycle ? `${inMegabecquerel(cycle.administered.value).toFixed(0)} MBq` : '';
    const how = cycle?.calibration
      ? `by the camera calibration of ${cycle.calibration.camera.model || 'the camera'}`
      : 'as the images state it';
    return { headline: `${scans}, ${activity}`, did: `Read ${scans} and expressed them in Bq/mL ${how}.` };
  },
  align: ({ align: cycle }) => {
    const scans = count(cycle?.registrations, 'scan');
    const residuals = (cycle?.registrations ?? []).flatMap(({ quality }) => quality?.inverseConsistencyMm ?? []);
    if (residuals.length === 0)
      return { headline: `${scans}, one frame`, did: `All scans lie in the frame of scan ${String((cycle?.referenceIndex ?? 0) + 1)}.` };
    const worst = `${Math.max(...residuals).toFixed(1)} mm`;
    const reference = String((cycle?.referenceIndex ?? 0) + 1);
    return {
      headline: `${scans}, ${worst}`,
      did: `Brought ${scans} to scan ${reference}; forward and backward registration differ by at most ${worst}.`,
    };
  },
  regions: ({ regions: cycle }) => {
    const regions = count(cycle?.regions, 'region');
    const mass = cycle?.regions.find(({ name }) => name === 'kidneys')?.mass.value;
    return {
      headline: mass === undefined ? regions : `${regions}, kidneys ${inGrams(mass).toFixed(0)} g`,
      did: `Measured volume and mass of ${regions}.`,
    };
  },
  'time-activity': ({ 'time-activity': cycle }) => {
    const curves = count(cycle?.curves, 'curve');
    return { headline: curves, did: `Fitted ${curves} of time against activity and integrated them.` };
  },
  dose: ({ dose: cycle }) => {
    const shown = cycle?.doses.find(({ name }) => name === 'kidneys') ?? cycle?.doses[0];
    const dose = shown
      ? `${shown.name} ${shown.absorbedDose.value.toFixed(1)} ± ${shown.absorbedDose.standardUncertainty.toFixed(1)} Gy`
      : 'done';
    return { headline: dose, did: `Absorbed dose ${cycle ? DOSE_ENGINE_WORDS[cycle.doseMethod.engine] : ''}.` };
  },
  verify: ({ verify: cycle }) => {
    const outside = (cycle?.comparisons ?? []).filter(({ verdict }) => verdict === 'outside').length;
    const prompts = cycle?.findings.length ?? 0;
    return {
      headline: `${outside === 0 ? 'as expected' : `${String(outside)} outside`}${prompts > 0 ? `, ${count(cycle?.findings, 'prompt')}` : ''}`,
      did: `Made ${count(cycle?.comparisons, 'comparison')} with what was expected.`,
    };
  },
  record: () => ({ headline: 'ready to store', did: 'Prepared the record: dose, regions, registrations and report.' }),
};

function count(things: readonly unknown[] | undefined, word: string): string {
  const number = things?.length ?? 0;
  return `${String(number)} ${word}${number === 1 ? '' : 's'}`;
}
