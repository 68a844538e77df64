import { regionLabel } from '@graywise/dicom';
import {
  fitTimeActivity,
  gray,
  GraywiseError,
  isModelOrgan,
  makeEstimate,
  multiplyEstimates,
  organSValue,
  scaleEstimate,
  seriesSignals,
  warning,
  type Becquerel,
  type BecquerelSecond,
  type Estimate,
  type MeasuredDose,
  type MeasuredRegionResult,
  type MeasurementRow,
} from '@graywise/physics';
import { doseFields } from './doseFields.js';
import type { MeasuredContext } from './measuredContext.js';
import { measuredWarnings } from './measuredWarnings.js';

/**
 * A region in planar views or under a probe, rows of one kind, that is not drawn: its curve, and its self-dose where it is an organ of the stylised adult and its mass is
 * stated. Throws GW_MEASUREMENTS_INVALID for counts without a sensitivity: there is no scan to scale them to.
 */
export async function countedOrgan(context: MeasuredContext, rows: readonly MeasurementRow[]): Promise<MeasuredRegionResult> {
  const { cycle } = context;
  const { region: name = '', kind = 'probe' } = rows[0] ?? {};
  const label = regionLabel(name, '');
  const series = seriesSignals(rows, cycle.administrationStart, cycle.nuclide.halfLife);
  if (series.unit !== 'Bq')
    throw new GraywiseError('GW_MEASUREMENTS_INVALID', {
      expected: 'a sensitivity, or a drawn region to scale the counts to',
      where: `${kind}, ${name}, cycle ${String(cycle.cycle)}`,
      found: 'counts alone',
    });
  const { fit, timeIntegratedActivity, effectiveHalfLife, warnings } = fitTimeActivity({
    points: series.points.map(({ afterAdministration, value }) => ({
      timePoint: 0,
      measuredBy: kind,
      afterAdministration,
      activity: value as Estimate<Becquerel>,
    })),
    physicalHalfLife: cycle.nuclide.halfLife,
    where: label,
    key: `${String(cycle.cycle)}:${name} by ${kind}`,
  });
  const dose = await selfDose(context, name, rows, timeIntegratedActivity);
  const why = 'no dose: region_mass_g is not stated, or the region is no organ of the stylised adult';
  const fields = doseFields(context, dose, `N${why.slice(1)}`);
  const { extrapolatedFraction } = fit;
  const unsaid = measuredWarnings(label, rows, fields);
  return {
    name,
    label,
    kind,
    unit: 'Bq',
    curve: series.points,
    model: fit.model,
    fit,
    extrapolatedFraction,
    timeIntegrated: timeIntegratedActivity,
    effectiveHalfLife,
    ...fields,
    warnings: [...warnings, ...unsaid, ...(dose ? [] : [warning('GW_MEASURED_IN_PART', { where: label, found: why })])],
  };
}

async function selfDose(
  { spectrum, model }: MeasuredContext,
  name: string,
  rows: readonly MeasurementRow[],
  activity: Estimate<BecquerelSecond>,
): Promise<MeasuredDose | null> {
  const massG = rows.find(({ values }) => values['region_mass_g'] !== undefined)?.values['region_mass_g'];
  if (massG === undefined || !isModelOrgan(name, model)) return null;
  const s = await organSValue({ spectrum, source: name, target: name, model, targetMassG: massG });
  const factor = makeEstimate(s.sGyPerBqS, [
    { source: 'S-value', key: `S-value:${name}:${name}`, standardUncertainty: s.relativeUncertainty * s.sGyPerBqS },
  ]);
  const absorbedDose = multiplyEstimates(activity, factor, gray);
  return {
    absorbedDose,
    alphaDose: s.alphaPart === 0 ? null : scaleEstimate(absorbedDose, s.alphaPart / s.sGyPerBqS, gray),
    method: 'D = A~ S of the organ on itself, with its stated mass (ORNL/TM-8381, MIRD Pamphlet 21); what other organs send is left out',
    confirmed: true,
    assumptions: s.assumptions,
  };
}
