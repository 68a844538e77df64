import { organSValue } from '../dose/organ/organSValue.js';
import type { OrganModel } from '../dose/organ/organRecord.js';
import type { SourceSpectrum } from '../nuclides/sourceSpectrum.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { multiplyEstimates } from '../quantities/multiplyEstimates.js';
import { gray, type BecquerelSecond } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import { isIodineMibg } from './isIodineMibg.js';
import type { MeasuredDose } from './measuredDose.js';
import { mibgWholeBodySValue } from './mibgWholeBodySValue.js';

export interface WholeBodyDoseInput {
  readonly timeIntegratedActivity: Estimate<BecquerelSecond>;
  readonly bodyMassKg: number;
  readonly spectrum: SourceSpectrum;
  readonly radiopharmaceutical: string;
  readonly model: OrganModel;
}

/**
 * Absorbed dose of the whole body, Gy (rule M8): of 131I-mIBG by 1.34e-4 m^-0.921 Gy/(MBq h), of everything else by the S-value of the stylised adult with
 * the mass of the patient's body, evenly active.
 */
export async function wholeBodyDose(input: WholeBodyDoseInput): Promise<MeasuredDose> {
  const { timeIntegratedActivity, bodyMassKg, spectrum, radiopharmaceutical } = input;
  if (isIodineMibg(spectrum.nuclide, radiopharmaceutical))
    return {
      absorbedDose: multiplyEstimates(timeIntegratedActivity, mibgWholeBodySValue(bodyMassKg), gray),
      alphaDose: null,
      method: 'D = A~ 1.34e-4 m^-0.921 Gy/(MBq h) for 131I-mIBG, m in kg (Buckley et al., J Nucl Med 50 (2009) 1518)',
      confirmed: false,
      assumptions: [`The body weighs ${bodyMassKg.toFixed(1)} kg.`],
    };
  const s = await organSValue({ spectrum, source: 'whole-body', target: 'whole-body', model: input.model, targetMassG: bodyMassKg * 1000 });
  const factor = makeEstimate(s.sGyPerBqS, [
    { source: 'S-value', key: 'S-value:whole-body:whole-body', standardUncertainty: s.relativeUncertainty * s.sGyPerBqS },
  ]);
  const absorbedDose = multiplyEstimates(timeIntegratedActivity, factor, gray);
  return {
    absorbedDose,
    alphaDose: s.alphaPart === 0 ? null : scaleEstimate(absorbedDose, s.alphaPart / s.sGyPerBqS, gray),
    method: 'D = A~ S, S of the whole body of the stylised adult with the mass of the patient (ORNL/TM-8381, MIRD Pamphlet 21)',
    confirmed: true,
    assumptions: [`The body weighs ${bodyMassKg.toFixed(1)} kg and is evenly active.`, ...s.assumptions],
  };
}
