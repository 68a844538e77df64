import { organSValue } from '../dose/organ/organSValue.js';
import type { OrganModel } from '../dose/organ/organRecord.js';
import { photonsOnly } from '../nuclides/photonsOnly.js';
import type { SourceSpectrum } from '../nuclides/sourceSpectrum.js';
import { addEstimates } from '../quantities/addEstimates.js';
import { divideEstimates } from '../quantities/divideEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { multiplyEstimates } from '../quantities/multiplyEstimates.js';
import { gray, JOULE_PER_MEV, second, type Becquerel, type BecquerelSecond } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import { BLOOD_DENSITY } from './bloodConcentration.js';
import { iodineBloodDosePerActivity } from './iodineBloodDosePerActivity.js';
import type { MeasuredDose } from './measuredDose.js';

export interface BloodDoseInput {
  /** Time-integrated concentration in blood, Bq s/mL. */
  readonly perMillilitre: Estimate;
  /** Time-integrated activity of the whole body; null: not measured. */
  readonly wholeBody: Estimate<BecquerelSecond> | null;
  readonly administered: Estimate<Becquerel>;
  readonly bodyMassKg: number | null;
  readonly spectrum: SourceSpectrum;
  readonly model: OrganModel;
}

const KILOGRAM_PER_MILLILITRE = BLOOD_DENSITY / 1000;

/**
 * Absorbed dose of the blood, Gy (rule M10). 131I by the EANM's equation (`iodineBloodDosePerActivity`); others by what their electrons and alpha particles
 * leave in the blood that they decay in, and by the photons of the whole body, as the S-value of the whole body has them.
 *
 * Without whole-body counts, or without the mass of the body, the dose is that of the blood's own activity alone, and the assumptions say so.
 */
export async function bloodDose(input: BloodDoseInput): Promise<MeasuredDose> {
  const { perMillilitre, spectrum, wholeBody, bodyMassKg } = input;
  const body = wholeBody !== null && bodyMassKg !== null ? { activity: wholeBody, massKg: bodyMassKg } : null;
  const alone = body ? [] : ['Radiation from the rest of the body is not counted: whole-body counts or the mass of the body are missing.'];
  if (spectrum.nuclide === 'I-131') {
    const residence = divideEstimates(perMillilitre, input.administered, Number);
    const inBody = body ? divideEstimates(body.activity, input.administered, second) : makeEstimate(second(0), []);
    return {
      absorbedDose: multiplyEstimates(iodineBloodDosePerActivity(residence, inBody, body?.massKg ?? 1), input.administered, gray),
      alphaDose: null,
      method: 'D / A = 108 tau_mL + 0.0188 m^(-2/3) tau_WB Gy/GBq, h and kg (Lassmann et al., Eur J Nucl Med Mol Imaging 35 (2008) 1405)',
      confirmed: false,
      assumptions: alone,
    };
  }
  const perDecay = (energyMev: number): number => (JOULE_PER_MEV * energyMev) / KILOGRAM_PER_MILLILITRE;
  const own = scaleEstimate(perMillilitre, perDecay(spectrum.electronEnergyMev + spectrum.alphaEnergyMev), gray);
  return {
    absorbedDose: addEstimates([own, ...(body ? [await photonsOfBody(input, body)] : [])], gray),
    alphaDose: spectrum.alphaEnergyMev === 0 ? null : scaleEstimate(perMillilitre, perDecay(spectrum.alphaEnergyMev), gray),
    method: 'Electrons and alpha particles stay in the blood that they decay in; photons of the whole body by its S-value',
    confirmed: true,
    assumptions: [spectrum.chain.sentence, `Blood of ${BLOOD_DENSITY} g/mL (ICRU 46).`, ...alone],
  };
}

async function photonsOfBody(
  { spectrum, model }: BloodDoseInput,
  body: { readonly activity: Estimate<BecquerelSecond>; readonly massKg: number },
): Promise<Estimate> {
  const s = await organSValue({
    spectrum: photonsOnly(spectrum),
    source: 'whole-body',
    target: 'whole-body',
    model,
    targetMassG: body.massKg * 1000,
  });
  const factor = makeEstimate(s.sGyPerBqS, [
    { source: 'S-value', key: 'S-value:whole-body:whole-body', standardUncertainty: s.relativeUncertainty * s.sGyPerBqS },
  ]);
  return multiplyEstimates(body.activity, factor, gray);
}
