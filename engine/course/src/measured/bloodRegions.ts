import {
  bloodDose,
  bloodSeries,
  fitTimeActivity,
  isModelOrgan,
  marrowToBloodRatio,
  redMarrowDose,
  scaleEstimate,
  warning,
  type Becquerel,
  type BecquerelSecond,
  type CurvePoint,
  type Estimate,
  type MarrowToBloodRatio,
  type MeasuredPoint,
  type MeasuredRegionResult,
  type MeasurementRow,
  type SourceOrgan,
} from '@graywise/physics';
import { bloodByWholeBody } from './bloodByWholeBody.js';
import { doseFields } from './doseFields.js';
import type { MeasuredContext } from './measuredContext.js';
import { measuredWarnings } from './measuredWarnings.js';

const MARROW = { name: 'red-marrow (blood)', label: 'Red marrow (by blood)' };

/**
 * Blood and, where the red-marrow-to-blood ratio is known, red marrow by the samples of a cycle; without samples, blood of 131I by the whole body where the
 * measurements state the height of the body (`bloodByWholeBody`).
 */
export async function bloodRegions(
  context: MeasuredContext,
  samples: readonly MeasurementRow[],
  wholeBody: MeasuredRegionResult | null,
  rows: readonly MeasurementRow[],
): Promise<MeasuredRegionResult[]> {
  if (samples.length === 0) return bloodByWholeBody(context, wholeBody, rows);
  const { cycle, spectrum, model, body } = context;
  const curve = bloodSeries(samples, cycle.administrationStart, cycle.nuclide.halfLife);
  const { fit, timeIntegratedActivity, effectiveHalfLife, warnings } = fitTimeActivity({
    points: curve.map(asCurvePoint),
    physicalHalfLife: cycle.nuclide.halfLife,
    earlyPhase: null,
    where: 'Blood',
    key: `${String(cycle.cycle)}:blood`,
  });
  const perMillilitre: Estimate = timeIntegratedActivity;
  const inBody = (wholeBody?.timeIntegrated ?? null) as Estimate<BecquerelSecond> | null;
  const shared = { perMillilitre, wholeBody: inBody, bodyMassKg: body.kilograms, spectrum, model };
  const common = {
    kind: 'blood',
    unit: 'Bq/mL',
    model: fit.model,
    fit,
    extrapolatedFraction: fit.extrapolatedFraction,
    effectiveHalfLife,
  } as const;
  const ofBlood = doseFields(context, await bloodDose({ ...shared, administered: cycle.administered }), '');
  const unsaid = measuredWarnings('Blood', samples, ofBlood);
  const ratio = ratioOf(context, samples);
  const unknown = warning('GW_MEASURED_IN_PART', {
    where: MARROW.label,
    found:
      'no dose, the red-marrow-to-blood ratio of this radiopharmaceutical is not known; state marrow_to_blood, or the haematocrit for an antibody',
  });
  const blood: MeasuredRegionResult = {
    ...common,
    ...ofBlood,
    name: 'blood',
    label: 'Blood',
    curve,
    timeIntegrated: perMillilitre,
    warnings: [...warnings, ...unsaid, ...(ratio ? [] : [unknown])],
  };
  if (!ratio) return [blood];
  const marrowDose = await redMarrowDose({ ...shared, marrowToBlood: ratio, organs: organsOf(context) });
  const ofMarrow = doseFields(context, marrowDose, '');
  const marrow: MeasuredRegionResult = {
    ...common,
    ...ofMarrow,
    ...MARROW,
    curve: curve.map(point => ({ ...point, value: scaleEstimate(point.value, ratio.ratio, Number) })),
    timeIntegrated: scaleEstimate(perMillilitre, ratio.ratio, Number),
    warnings: measuredWarnings(MARROW.label, [], ofMarrow),
  };
  return [blood, marrow];
}

/** Concentrations are fitted as activities are: of one millilitre. */
function asCurvePoint({ afterAdministration, value }: MeasuredPoint): CurvePoint {
  return { timePoint: 0, measuredBy: 'blood', afterAdministration, activity: value as Estimate<Becquerel> };
}

/** The ratio as stated, else by the kind of radiopharmaceutical; haematocrits of several samples are averaged. */
function ratioOf({ cycle }: MeasuredContext, samples: readonly MeasurementRow[]): MarrowToBloodRatio | null {
  const mean = (column: string): number | null => {
    const values = samples.flatMap(row => row.values[column] ?? []);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const stated = mean('marrow_to_blood');
  if (stated !== null) return { ratio: stated, reason: 'as the measurements state it' };
  return marrowToBloodRatio(cycle.radiopharmaceutical, mean('haematocrit'));
}

/** Drawn organs that the stylised adult knows; marrow drawn on images is not counted twice. */
function organsOf({ cycle, model }: MeasuredContext): SourceOrgan[] {
  return cycle.doses
    .filter(({ name, parts }) => parts.length === 0 && name !== 'red-marrow' && name !== 'whole-body' && isModelOrgan(name, model))
    .map(({ name, timeIntegratedActivity, mass }) => ({ name, timeIntegratedActivity, massG: mass.value * 1000 }));
}
