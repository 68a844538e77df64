import { GraywiseError } from '../errors/GraywiseError.js';
import { secondsBetween, type Instant } from '../quantities/instant.js';
import { second, type Second } from '../quantities/quantity.js';
import type { MeasuredPoint, MeasurementRow } from '../record/measurements.js';
import { bloodConcentration } from './bloodConcentration.js';
import { rowName } from './rowName.js';

/**
 * The concentrations of blood samples, Bq/mL, in the order of time; several of one moment are points of their own.
 * Throws GW_MEASUREMENTS_INVALID for a sample drawn before the administration.
 */
export function bloodSeries(rows: readonly MeasurementRow[], administrationStart: Instant, halfLife: Second): MeasuredPoint[] {
  const sorted = [...rows].sort((a, b) => a.at.epochSeconds - b.at.epochSeconds);
  return sorted.map(row => {
    const seconds = secondsBetween(administrationStart, row.at);
    if (seconds < 0)
      throw new GraywiseError('GW_MEASUREMENTS_INVALID', {
        expected: 'a sample drawn after the start of the administration',
        where: rowName(row),
        found: `one ${(-seconds / 60).toFixed(0)} min before it`,
      });
    return { afterAdministration: second(seconds), value: bloodConcentration(row, halfLife) };
  });
}
