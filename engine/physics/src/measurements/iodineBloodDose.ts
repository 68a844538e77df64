import { cbrt } from '../numerics/cbrt.js';
import { log } from '../numerics/log.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { grayPerBecquerel, second, type GrayPerBecquerel, type Millilitre, type Second } from '../quantities/quantity.js';

/** 131I, Gy/GBq per hour of residence in one mL of blood, and per hour of residence in the whole body times kg^(2/3). */
const OWN_ACTIVITY = 108;
const WHOLE_BODY = 0.0188;
/** Of the residence in the whole body, the share that is in blood, where no blood was sampled. */
export const IODINE_SHARE_IN_BLOOD = 0.14;
/** The mean absolute deviation of 14 % on days 1 to 2 (Haenscheid 2009) as a standard deviation: over sqrt(2 / pi). */
const SINGLE_COUNT_UNCERTAINTY = 0.14 / Math.sqrt(2 / Math.PI);
const PER_GIGABECQUEREL_HOUR = 1e-9 / 3600;

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
  const throughBody = WHOLE_BODY / cbrt(bodyMassKg) ** 2;
  const value = OWN_ACTIVITY * perMillilitre.value + throughBody * wholeBody.value;
  return combineEstimates(
    grayPerBecquerel(value * PER_GIGABECQUEREL_HOUR),
    [
      { estimate: perMillilitre, sensitivity: OWN_ACTIVITY },
      { estimate: wholeBody, sensitivity: throughBody },
    ],
    PER_GIGABECQUEREL_HOUR,
  );
}

/**
 * The same without blood samples, 14 % of the residence in the whole body being in blood: (15.12 / V + 0.0188 m^(-2/3)) tau_WB Gy/GBq (rule M10).
 *
 * Source: Haenscheid et al., Endocr Relat Cancer 16 (2009) 1283, whose mean absolute deviation from full sampling was 14 %; coefficients recalled, the centre
 * must confirm.
 */
export function iodineBloodDoseByWholeBody(wholeBody: Estimate<Second>, blood: Millilitre, bodyMassKg: number): Estimate<GrayPerBecquerel> {
  const perSecond = ((OWN_ACTIVITY * IODINE_SHARE_IN_BLOOD) / blood + WHOLE_BODY / cbrt(bodyMassKg) ** 2) * PER_GIGABECQUEREL_HOUR;
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

/**
 * Residence time in the whole body from one retention: tau = t / ln(1 / R), s, one exponential from the administration on.
 *
 * @param retention - share of the administered activity in the body at `after`, decay included, between 0 and 1
 */
export function residenceOfOneRetention(retention: Estimate, after: Second): Estimate<Second> {
  const logarithm = -log(retention.value);
  return combineEstimates(second(after / logarithm), [{ estimate: retention, sensitivity: after / (logarithm ** 2 * retention.value) }]);
}
