import { GraywiseError } from '../errors/GraywiseError.js';
import { decayFactor } from '../nuclides/decayFactor.js';
import { divideEstimates } from '../quantities/divideEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { multiplyEstimates } from '../quantities/multiplyEstimates.js';
import { becquerel, second, type Becquerel, type Second } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { MeasuredPoint } from '../record/measurements.js';
import type { SeriesSignals } from './seriesSignals.js';

/** A first count later than this, s, may come after the bladder was emptied. Suggested; the centre must confirm. */
const LATEST_FIRST_COUNT = 3 * 3600;

export interface WholeBodyInput {
  readonly series: SeriesSignals;
  readonly administered: Estimate<Becquerel>;
  readonly physicalHalfLife: Second;
  readonly where: string;
}

/**
 * Activity in the whole body, Bq, from the administration on (rule M7).
 *
 * Count rates are relative: the first count, before the bladder is emptied, is 100 % of the administered activity, decayed to then; the others follow by their
 * rates. Activities stand as they are. Either way the administered activity itself is the point at time zero, where the series begins later.
 *
 * Throws GW_MEASUREMENTS_INVALID when the first count rate is more than 3 h after the administration or shows nothing.
 */
export function wholeBodySeries({ series, administered, physicalHalfLife, where }: WholeBodyInput): MeasuredPoint[] {
  const [first] = series.points;
  if (!first) return [];
  const start: MeasuredPoint[] = first.afterAdministration > 0 ? [{ afterAdministration: second(0), value: administered }] : [];
  if (series.unit === 'Bq') return [...start, ...series.points];
  const refuse = (expected: string, found: string): never => {
    throw new GraywiseError('GW_MEASUREMENTS_INVALID', { expected, where, found });
  };
  if (first.afterAdministration > LATEST_FIRST_COUNT)
    refuse(
      'a first count within 3 h of the administration, before the bladder is emptied, or a sensitivity',
      `one after ${(first.afterAdministration / 3600).toFixed(1)} h`,
    );
  if (first.value.value <= 0) refuse('a first count above background', 'none');
  const whole = scaleEstimate(administered, decayFactor(physicalHalfLife, first.afterAdministration), becquerel);
  const perRate = divideEstimates(whole, first.value, Number);
  return [
    ...start,
    ...series.points.map(({ afterAdministration, value }) => ({
      afterAdministration,
      value: multiplyEstimates(value, perRate, becquerel),
    })),
  ];
}
