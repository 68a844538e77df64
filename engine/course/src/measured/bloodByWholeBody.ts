import {
  bloodVolume,
  divideEstimates,
  extrapolatedWarnings,
  IODINE_SHARE_IN_BLOOD,
  iodineBloodDoseByWholeBody,
  isIodineMibg,
  multiplyEstimates,
  gray,
  scaleEstimate,
  second,
  type MeasuredDose,
  type MeasuredRegionResult,
  type MeasurementRow,
} from '@graywise/physics';
import { doseFields } from './doseFields.js';
import type { MeasuredContext } from './measuredContext.js';
import { measuredWarnings } from './measuredWarnings.js';

/**
 * Blood of 131I without samples, from the whole body: 14 % of its residence is in blood (Haenscheid 2009). Asked for by the height of the body in the
 * measurements; not for 131I-mIBG, to which the share does not belong.
 */
export function bloodByWholeBody(
  context: MeasuredContext,
  wholeBody: MeasuredRegionResult | null,
  rows: readonly MeasurementRow[],
): MeasuredRegionResult[] {
  const { cycle, body } = context;
  const height = rows.find(({ values }) => values['body_height_cm'] !== undefined)?.values['body_height_cm'];
  const { sex } = cycle.patient;
  const isIodide = cycle.nuclide.name === 'I-131' && !isIodineMibg(cycle.nuclide.name, cycle.radiopharmaceutical);
  if (!wholeBody || height === undefined || body.kilograms === null || !isIodide || (sex !== 'M' && sex !== 'F')) return [];
  const volume = bloodVolume(sex, height, body.kilograms);
  const residence = divideEstimates(wholeBody.timeIntegrated, cycle.administered, second);
  const dose: MeasuredDose = {
    absorbedDose: multiplyEstimates(iodineBloodDoseByWholeBody(residence, volume, body.kilograms), cycle.administered, gray),
    alphaDose: null,
    method: 'D / A = (15.12 / V + 0.0188 m^(-2/3)) tau_WB Gy/GBq (Haenscheid et al., Endocr Relat Cancer 16 (2009) 1283)',
    confirmed: false,
    assumptions: [
      `Blood of ${volume.toFixed(0)} mL by height and mass (Retzlaff 1969), holding 14 % of the residence of the whole body. No sample was drawn.`,
    ],
  };
  const fields = doseFields(context, dose, '');
  const { model, fit, extrapolatedFraction, effectiveHalfLife, kind } = wholeBody;
  return [
    {
      ...fields,
      name: 'blood',
      label: 'Blood',
      kind,
      unit: 'Bq/mL',
      curve: [],
      model,
      fit,
      extrapolatedFraction,
      timeIntegrated: scaleEstimate(wholeBody.timeIntegrated, IODINE_SHARE_IN_BLOOD / volume, Number),
      effectiveHalfLife,
      warnings: [...extrapolatedWarnings(extrapolatedFraction, 'Blood'), ...measuredWarnings('Blood', [], fields)],
    },
  ];
}
