import { GraywiseError } from '../errors/GraywiseError.js';
import { exp } from '../numerics/exp.js';
import type { Estimate } from '../quantities/estimate.js';
import { exactly } from '../quantities/exactly.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { multiplyEstimates } from '../quantities/multiplyEstimates.js';
import type { Second } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { MeasurementRow } from '../record/measurements.js';
import { conjugateViewActivity } from './conjugateViewActivity.js';
import { geometricMean } from './geometricMean.js';
import { netCountRate } from './netCountRate.js';
import { rowFactor } from './rowFactor.js';
import { rowName } from './rowName.js';

/** What a row measured: an activity (Bq), or a count rate (1/s) that means something beside others of its series only. */
export interface RowSignal {
  readonly unit: 'Bq' | '1/s';
  readonly estimate: Estimate;
}

/**
 * What a planar, probe or whole-body row measured, at the start of the measurement.
 *
 * With `activity_MBq`, that; with a sensitivity, the activity by it (planar: `conjugateViewActivity`); else the net count rate, of both sides as their
 * geometric mean. Throws GW_MEASUREMENTS_INVALID where planar counts do not exceed their background.
 */
export function rowSignal(row: MeasurementRow, halfLife: Second): RowSignal {
  const { activity_MBq: stated, sensitivity_per_s_per_MBq: perMegabecquerel } = row.values;
  if (stated !== undefined) return { unit: 'Bq', estimate: multiplyEstimates(exactly(stated * 1e6), rowFactor(row), Number) };
  const sensitivity = perMegabecquerel === undefined ? null : exactly(perMegabecquerel / 1e6);
  const [anterior, posterior] = [netCountRate(row, '_anterior', halfLife), netCountRate(row, '_posterior', halfLife)];
  if (row.kind === 'planar' && sensitivity && anterior && posterior) {
    const activity = conjugateViewActivity({ anterior, posterior, transmission: transmissionOf(row), source: sourceOf(row), sensitivity });
    return { unit: 'Bq', estimate: withRowFactor(seen(row, activity), row) };
  }
  const single = netCountRate(row, '', halfLife) ?? anterior ?? posterior ?? exactly(0);
  const rate = anterior && posterior ? geometricMean(anterior, posterior) : notNegative(single);
  if (row.kind === 'planar') seen(row, rate);
  const measured = sensitivity ? scaleEstimate(rate, 1 / sensitivity.value, Number) : rate;
  return { unit: sensitivity ? 'Bq' : '1/s', estimate: withRowFactor(measured, row) };
}

const withRowFactor = (estimate: Estimate, row: MeasurementRow): Estimate => multiplyEstimates(estimate, rowFactor(row), Number);

const notNegative = (estimate: Estimate): Estimate => makeEstimate(Math.max(0, estimate.value), estimate.contributions);

function seen(row: MeasurementRow, estimate: Estimate): Estimate {
  if (estimate.value > 0) return estimate;
  throw new GraywiseError('GW_MEASUREMENTS_INVALID', {
    expected: 'counts above scatter and background on every side',
    where: rowName(row),
    found: 'none',
  });
}

function transmissionOf({ values }: MeasurementRow): number {
  return values['transmission'] ?? exp(-(values['attenuation_per_cm'] ?? 0) * (values['thickness_cm'] ?? 0));
}

function sourceOf({ values }: MeasurementRow): { attenuationPerCm: number; thicknessCm: number } | null {
  const { attenuation_per_cm: attenuationPerCm, source_thickness_cm: thicknessCm } = values;
  return attenuationPerCm === undefined || thicknessCm === undefined ? null : { attenuationPerCm, thicknessCm };
}
