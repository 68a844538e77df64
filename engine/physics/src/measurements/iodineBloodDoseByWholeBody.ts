import { cbrt } from '../numerics/cbrt.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { grayPerBecquerel, type GrayPerBecquerel, type Millilitre, type Second } from '../quantities/quantity.js';
import { BLOOD_BY_WHOLE_BODY, BLOOD_OWN_ACTIVITY, IODINE_SHARE_IN_BLOOD, PER_GIGABECQUEREL_HOUR } from './iodineBloodCoefficients.js';

/** The mean absolute deviation of 14 % on days 1 to 2 (Haenscheid 2009) as a standard deviation: over sqrt(2 / pi). */
const SINGLE_COUNT_UNCERTAINTY = 0.14 / Math.sqrt(2 / Math.PI);

/**
 * Blood dose per administered activity of 131I without blood samples, Gy/Bq, 14 % of the residence in the whole body being in blood: (15.12 / V + 0.0188 m^(-2/3)) tau_WB Gy/GBq (rule M10).
 *
 * Source: Haenscheid et al., Endocr Relat Cancer 16 (2009) 1283, whose mean absolute deviation from full sampling was 14 %; coefficients recalled, the centre
 * must confirm.
 */
export function iodineBloodDoseByWholeBody(wholeBody: Estimate<Second>, blood: Millilitre, bodyMassKg: number): Estimate<GrayPerBecquerel> {
  const perSecond =
    ((BLOOD_OWN_ACTIVITY * IODINE_SHARE_IN_BLOOD) / blood + BLOOD_BY_WHOLE_BODY / cbrt(bodyMassKg) ** 2) * PER_GIGABECQUEREL_HOUR;
  const method: Estimate = {
    value: 1,
    standardUncertainty: SINGLE_COUNT_UNCERTAINTY,
    degreesOfFreedom: null,
    distribution: 'normal',
    contributions: [{ source: 'S-value', key: 'blood dose:without samples', standardUncertainty: SINGLE_COUNT_UNCERTAINTY }],
  };
  const value = grayPerBecquerel(perSecond * wholeBody.value);
  return combineEstimates(value, [
    { estimate: wholeBody, sensitivity: perSecond },
    { estimate: method, sensitivity: value },
  ]);
}
