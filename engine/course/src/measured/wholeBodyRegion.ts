import {
  extrapolatedWarnings,
  GraywiseError,
  integrateLogLinear,
  interval95,
  isIodineMibg,
  secondActivityForWholeBodyDose,
  seriesSignals,
  warning,
  wholeBodyDose,
  wholeBodySeries,
  type MeasuredDose,
  type MeasuredRegionResult,
  type MeasurementRow,
} from '@graywise/physics';
import { WHOLE_BODY } from '../gather/measurementsOf.js';
import { doseFields } from './doseFields.js';
import type { MeasuredContext } from './measuredContext.js';
import { measuredWarnings } from './measuredWarnings.js';

const LABEL = 'Whole body';
/** Two administrations of 131I-mIBG with stem cells together (Gaze 2005); recalled, the centre must confirm. */
const MIBG_TARGET_GY = 4;

/** The whole body by its counts: retention, its integral by log-linear phases, and the absorbed dose. Null without counts. */
export async function wholeBodyRegion(context: MeasuredContext, rows: readonly MeasurementRow[]): Promise<MeasuredRegionResult | null> {
  const { cycle, spectrum, model, body } = context;
  const [first] = rows;
  if (!first) return null;
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  if (kinds.length > 1)
    throw new GraywiseError('GW_MEASUREMENTS_INVALID', {
      expected: `one kind of measurement of ${WHOLE_BODY} in a cycle`,
      where: `cycle ${String(cycle.cycle)}`,
      found: kinds.join(' and '),
    });
  const { halfLife } = cycle.nuclide;
  const series = seriesSignals(rows, cycle.administrationStart, halfLife);
  const curve = wholeBodySeries({ series, administered: cycle.administered, physicalHalfLife: halfLife, where: LABEL });
  const { timeIntegrated, effectiveHalfLife, extrapolatedFraction, tail } = integrateLogLinear(curve, halfLife, LABEL);
  const dose =
    body.kilograms === null
      ? null
      : await wholeBodyDose({
          timeIntegratedActivity: timeIntegrated,
          bodyMassKg: body.kilograms,
          spectrum,
          radiopharmaceutical: cycle.radiopharmaceutical,
          model,
        });
  const fields = doseFields(context, dose, 'No dose: the mass of the body is not known');
  const relative = series.unit === '1/s' ? ['The first count, before the bladder is emptied, is 100 % of the administered activity.'] : [];
  const missing =
    body.kilograms === null ? [warning('GW_MEASURED_IN_PART', { where: LABEL, found: 'no dose, the mass of the body is not known' })] : [];
  return {
    name: WHOLE_BODY,
    label: LABEL,
    kind: first.kind,
    unit: 'Bq',
    curve,
    model: 'log-linear phases',
    fit: null,
    extrapolatedFraction,
    timeIntegrated,
    effectiveHalfLife,
    ...fields,
    assumptions: [...relative, ...fields.assumptions, ...secondActivity(context, dose)],
    warnings: [
      ...extrapolatedWarnings(extrapolatedFraction, LABEL),
      ...measuredWarnings(LABEL, rows, fields),
      ...(tail === 'physical decay' ? [warning('GW_PHYSICAL_DECAY_FLOOR', { where: LABEL })] : []),
      ...missing,
      ...(isMibg(context) && dose && interval95(dose.absorbedDose)[1] >= MIBG_TARGET_GY
        ? [warning('GW_WHOLE_BODY_DOSE', { where: LABEL, found: MIBG_TARGET_GY })]
        : []),
      ...body.warnings,
    ],
  };
}

const isMibg = ({ cycle }: MeasuredContext): boolean => isIodineMibg(cycle.nuclide.name, cycle.radiopharmaceutical);

function secondActivity(context: MeasuredContext, dose: MeasuredDose | null): string[] {
  if (!dose || !isMibg(context) || context.cycle.cycle !== 1) return [];
  const { value, standardUncertainty } = secondActivityForWholeBodyDose(context.cycle.administered, dose.absorbedDose, MIBG_TARGET_GY);
  const activity = `${(value / 1e9).toFixed(1)} ± ${(standardUncertainty / 1e9).toFixed(1)} GBq`;
  return [
    `A second administration of ${activity} would bring the whole body to 4 Gy (Gaze et al. 2005; suggested, the centre must confirm, the practitioner prescribes).`,
  ];
}
