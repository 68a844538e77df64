import { ORGAN_MODELS, organSValue } from '@graywise/physics';
import { choiceOf } from './choiceOf.js';
import type { Arguments } from './readArguments.js';
import type { SValueAnswer } from './sValueAnswer.js';
import { spectrumOf } from './spectrumOf.js';

/** The S-value of `--organ` from `--source`, the organ itself when left out, in the stylised adult; `--mass-g` is the organ's mass in the patient. */
export async function organAnswer(given: Arguments): Promise<SValueAnswer> {
  const target = given.text('organ') ?? '';
  const source = given.text('source') ?? target;
  const model = choiceOf(given, 'model', ORGAN_MODELS);
  const spectrum = await spectrumOf(given);
  const massG = given.number('mass-g', Number.MIN_VALUE);
  const s = await organSValue({ spectrum, source, target, model, ...(massG !== null && { targetMassG: massG }) });
  return {
    nuclide: spectrum.nuclide,
    about: { organ: target, source, model, ...(massG !== null && { mass_g: massG }), chain: spectrum.assumption },
    value: s.sGyPerBqS,
    uncertainty: s.relativeUncertainty,
    parts: { electrons: s.electronPart, photons: s.photonPart, alphas: s.alphaPart },
    assumptions: s.assumptions,
  };
}
