import { GraywiseError } from '../errors/GraywiseError.js';
import { exactly } from '../quantities/exactly.js';
import { secondsBetween, type Instant } from '../quantities/instant.js';
import { second, type Second } from '../quantities/quantity.js';
import type { MeasuredPoint, MeasurementRow } from '../record/measurements.js';
import { rowName } from './rowName.js';
import { rowSignal, type RowSignal } from './rowSignal.js';

/** What a series of rows measured, in the order of time. */
export interface SeriesSignals {
  readonly unit: RowSignal['unit'];
  readonly points: readonly MeasuredPoint[];
}

/**
 * The rows of one region as one series. Throws GW_MEASUREMENTS_INVALID for a measurement before the administration, for two at one time, and for a series of
 * which some rows have an activity and others count rates.
 */
export function seriesSignals(rows: readonly MeasurementRow[], administrationStart: Instant, halfLife: Second): SeriesSignals {
  const sorted = [...rows].sort((a, b) => a.at.epochSeconds - b.at.epochSeconds);
  const signals = sorted.map(row => rowSignal(row, halfLife));
  const unit = signals[0]?.unit ?? 'Bq';
  const points = sorted.map((row, index): MeasuredPoint => {
    const seconds = secondsBetween(administrationStart, row.at);
    const refuse = (expected: string, found: string): never => {
      throw new GraywiseError('GW_MEASUREMENTS_INVALID', { expected, where: rowName(row), found });
    };
    if (seconds < 0) refuse('a measurement after the start of the administration', `one ${(-seconds / 60).toFixed(0)} min before it`);
    if (sorted[index - 1]?.at.epochSeconds === row.at.epochSeconds) refuse('one measurement of a region at a time', 'two');
    const signal = signals[index];
    if (signal?.unit !== unit) refuse('an activity or a sensitivity in every row of the series, or in none', 'both');
    return { afterAdministration: second(seconds), value: signal?.estimate ?? exactly(0) };
  });
  return { unit, points };
}
