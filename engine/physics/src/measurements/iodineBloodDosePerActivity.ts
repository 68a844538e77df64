import { cbrt } from '../numerics/cbrt.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { grayPerBecquerel, type GrayPerBecquerel, type Second } from '../quantities/quantity.js';
import { BLOOD_BY_WHOLE_BODY, BLOOD_OWN_ACTIVITY, PER_GIGABECQUEREL_HOUR } from './iodineBloodCoefficients.js';

/**
 * Blood dose per administered activity of 131I, Gy/Bq: 108 tau_ml + 0.0188 m^(-2/3) tau_WB Gy/GBq, residence times in h.
 *
 * Source: Lassmann et al., EANM procedure guidelines for blood and bone marrow dosimetry, Eur J Nucl Med Mol Imaging 35 (2008) 1405; coefficients recalled,
 * the centre must confirm.
 *
 * @param perMillilitre - residence time in one mL of blood, s/mL
 * @param wholeBody - residence time in the whole body, s
 */
export function iodineBloodDosePerActivity(
  perMillilitre: Estimate,
  wholeBody: Estimate<Second>,
  bodyMassKg: number,
): Estimate<GrayPerBecquerel> {
  const throughBody = BLOOD_BY_WHOLE_BODY / cbrt(bodyMassKg) ** 2;
  const value = BLOOD_OWN_ACTIVITY * perMillilitre.value + throughBody * wholeBody.value;
  return combineEstimates(
    grayPerBecquerel(value * PER_GIGABECQUEREL_HOUR),
    [
      { estimate: perMillilitre, sensitivity: BLOOD_OWN_ACTIVITY },
      { estimate: wholeBody, sensitivity: throughBody },
    ],
    PER_GIGABECQUEREL_HOUR,
  );
}
