import { GraywiseError, warning, type MeasurementRow } from '@graywise/physics';
import type { BodyMass } from './measuredContext.js';

/** Weights that differ by more are worth a look. Suggested; the centre must confirm. */
const WORTH_A_LOOK = 0.05;

/** The mass of the body as the measurements state it, else as DICOM does. Throws GW_MEASUREMENTS_INVALID when the rows disagree. */
export function bodyMass(rows: readonly MeasurementRow[], weightKg: number | null): BodyMass {
  const stated = [...new Set(rows.flatMap(({ values }) => values['body_mass_kg'] ?? []))];
  const [mass] = stated;
  if (stated.length > 1)
    throw new GraywiseError('GW_MEASUREMENTS_INVALID', {
      expected: 'one body_mass_kg in a cycle',
      where: 'the column body_mass_kg',
      found: stated.join(', '),
    });
  if (mass === undefined) return { kilograms: weightKg, warnings: [] };
  const differs = weightKg !== null && Math.abs(mass - weightKg) > WORTH_A_LOOK * weightKg;
  const found = `${String(mass)} kg in the measurements is used, the images say ${String(weightKg)} kg`;
  return { kilograms: mass, warnings: differs ? [warning('GW_FACTS_DIFFER', { where: 'Mass of the body', found })] : [] };
}
