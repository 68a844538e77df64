import { findOrgan } from '../dose/organ/findOrgan.js';
import { organSValue, type OrganSValue } from '../dose/organ/organSValue.js';
import type { OrganModel } from '../dose/organ/organRecord.js';
import { photonsOnly } from '../nuclides/photonsOnly.js';
import type { SourceSpectrum } from '../nuclides/sourceSpectrum.js';
import { combineEstimates, type WeightedInput } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { gray, type BecquerelSecond } from '../quantities/quantity.js';
import { BLOOD_DENSITY } from './bloodConcentration.js';
import type { MarrowToBloodRatio } from './marrowToBloodRatio.js';
import type { MeasuredDose } from './measuredDose.js';
import { remainderSValue } from './remainderSValue.js';

/** An organ of the model with activity of its own. */
export interface SourceOrgan {
  readonly name: string;
  readonly timeIntegratedActivity: Estimate<BecquerelSecond>;
  readonly massG: number;
}

export interface RedMarrowDoseInput {
  /** Time-integrated concentration in blood, Bq s/mL. */
  readonly perMillilitre: Estimate;
  readonly marrowToBlood: MarrowToBloodRatio;
  /** Time-integrated activity of the whole body; null: not measured. */
  readonly wholeBody: Estimate<BecquerelSecond> | null;
  readonly bodyMassKg: number | null;
  readonly organs: readonly SourceOrgan[];
  readonly spectrum: SourceSpectrum;
  readonly model: OrganModel;
}

/** What one source gives to marrow: its activity, what that does per decay, and how uncertain the S-value is. */
interface Source {
  readonly name: string;
  readonly massG: number;
  readonly activity: Estimate;
  readonly s: OrganSValue;
}

const MARROW = 'red-marrow';
const GRAMS_PER_KILOGRAM = 1000;

/**
 * Absorbed dose of red marrow from blood samples, Gy (rule M9): D = A~_RM S(RM <- RM) + sum over organs h of A~_h S(RM <- h) + A~_rob S(RM <- rob).
 *
 * Marrow has `marrowToBlood` times the activity concentration per mass of blood; the remainder of the body holds what whole-body counts show beside marrow and
 * organs (never below zero) and irradiates by `remainderSValue`. Without whole-body counts or the mass of the body the remainder is left out, which the
 * assumptions say.
 *
 * Source: Hindorf et al., EANM guidelines for bone marrow and whole-body dosimetry, Eur J Nucl Med Mol Imaging 37 (2010) 1238.
 */
export async function redMarrowDose(input: RedMarrowDoseInput): Promise<MeasuredDose> {
  const { perMillilitre, marrowToBlood, wholeBody, bodyMassKg, spectrum, model } = input;
  const sOf = (emitted: SourceSpectrum, source: string, sourceMassG?: number): Promise<OrganSValue> =>
    organSValue({ spectrum: emitted, source, target: MARROW, model, ...(sourceMassG !== undefined && { sourceMassG }) });
  const { massG } = findOrgan(MARROW, model);
  const perConcentration = (marrowToBlood.ratio * massG) / BLOOD_DENSITY;
  const marrow: Source = {
    name: MARROW,
    massG,
    activity: combineEstimates(perMillilitre.value * perConcentration, [{ estimate: perMillilitre, sensitivity: perConcentration }]),
    s: await sOf(spectrum, MARROW),
  };
  const organs = await Promise.all(
    input.organs.map(async (organ): Promise<Source> => ({
      name: organ.name,
      massG: organ.massG,
      activity: organ.timeIntegratedActivity,
      s: await sOf(spectrum, organ.name, organ.massG),
    })),
  );
  const sources = [marrow, ...organs];
  const remainder =
    wholeBody && bodyMassKg !== null
      ? await remainderOf(sources, wholeBody, bodyMassKg * GRAMS_PER_KILOGRAM, (source, grams) => sOf(photonsOnly(spectrum), source, grams))
      : [];
  const inputs = [...sources.flatMap(shareOf), ...remainder];
  const absorbedDose = combineEstimates(
    gray(inputs.reduce((sum, { estimate, sensitivity }) => sum + sensitivity * estimate.value, 0)),
    inputs,
  );
  const alphaGy = marrow.activity.value * marrow.s.alphaPart;
  return {
    absorbedDose,
    alphaDose:
      spectrum.alphaEnergyMev === 0
        ? null
        : combineEstimates(gray(alphaGy), [{ estimate: marrow.activity, sensitivity: marrow.s.alphaPart }]),
    method: 'D = A~_RM S(RM <- RM) + sum A~_h S(RM <- h) + A~_rob S(RM <- rob) (Hindorf et al., Eur J Nucl Med Mol Imaging 37 (2010) 1238)',
    confirmed: true,
    assumptions: [
      `Marrow-to-blood ratio ${marrowToBlood.ratio.toFixed(2)}: ${marrowToBlood.reason}.`,
      `Red marrow of ${massG} g, blood of ${BLOOD_DENSITY} g/mL (ICRU 46), in the stylised ${model.replace('-', ' ')}.`,
      organs.length > 0 ? `Organs that irradiate it: ${organs.map(({ name }) => name).join(', ')}.` : 'No organ irradiates it.',
      ...(remainder.length > 0 ? [] : ['The remainder of the body is not counted: whole-body counts or the mass of the body are missing.']),
    ],
  };
}

/** A source's dose as inputs: its activity, and its S-value as a variable of its own whose value is already counted. */
function shareOf({ name, activity, s }: Source): WeightedInput[] {
  return [
    { estimate: activity, sensitivity: s.sGyPerBqS },
    uncertain(`S-value:${MARROW}:${name}`, s.relativeUncertainty * s.sGyPerBqS * activity.value),
  ];
}

const uncertain = (key: string, standardUncertainty: number): WeightedInput => ({
  estimate: makeEstimate(0, [{ source: 'S-value', key, standardUncertainty }]),
  sensitivity: 1,
});

/**
 * The remainder of the body as inputs. Its electrons stay in it, so photons alone count; the uncertainties of the S-values that are taken off are those of the
 * sources themselves, with the opposite sign.
 */
async function remainderOf(
  sources: readonly Source[],
  wholeBody: Estimate,
  bodyMassG: number,
  photonS: (source: string, massG?: number) => Promise<OrganSValue>,
): Promise<WeightedInput[]> {
  const ofBody = await photonS('whole-body', bodyMassG);
  const organs = await Promise.all(sources.map(async source => ({ ...source, s: await photonS(source.name, source.massG) })));
  const perDecay = remainderSValue(
    { sValue: ofBody.sGyPerBqS, mass: bodyMassG },
    organs.map(({ s, massG }) => ({ sValue: s.sGyPerBqS, mass: massG })),
  );
  const rest = wholeBody.value - sources.reduce((sum, { activity }) => sum + activity.value, 0);
  if (rest <= 0 || perDecay <= 0) return [];
  const perMass = rest / (bodyMassG - sources.reduce((sum, { massG }) => sum + massG, 0));
  const share = ({ s, massG }: { s: OrganSValue; massG: number }): number => s.relativeUncertainty * s.sGyPerBqS * massG * perMass;
  return [
    { estimate: wholeBody, sensitivity: perDecay },
    ...sources.map(({ activity }) => ({ estimate: activity, sensitivity: -perDecay })),
    uncertain(`S-value:${MARROW}:remainder`, share({ s: ofBody, massG: bodyMassG })),
    ...organs.map(organ => uncertain(`S-value:${MARROW}:${organ.name}`, -share(organ))),
  ];
}
