import {
  BACKGROUND_CORRECTIONS,
  formatInstant,
  measurementFault,
  MEASUREMENT_COLUMNS,
  MEASUREMENT_KINDS,
  TEXT_COLUMNS,
  type MeasurementRow,
} from '@graywise/physics';
import type { FactsReader } from './FactsReader.js';

const TEXTS: readonly string[] = TEXT_COLUMNS;
const NUMBERS: readonly string[] = MEASUREMENT_COLUMNS.map(({ name }) => name);

/** One measurement of a facts file: an object whose fields are the columns of docs/measurements.md. Unlike other facts it may hold no field that is not known. */
export function measurementFacts(entry: FactsReader): MeasurementRow {
  const fields = entry.object([...TEXTS, ...NUMBERS]).entries();
  const unknown = fields.find(([name]) => !TEXTS.includes(name) && !NUMBERS.includes(name));
  if (unknown) unknown[1].refuse('a column of docs/measurements.md', `a field ${unknown[0]}`);
  const text = (name: string): FactsReader | null => (entry.field(name).isAbsent ? null : entry.field(name));
  const numbers = fields.filter(([name, field]) => NUMBERS.includes(name) && !field.isAbsent);
  const row: MeasurementRow = {
    cycle: entry.field('cycle').number('a cycle number from 1 on', value => Number.isInteger(value) && value > 0),
    kind: entry.field('kind').oneOf(MEASUREMENT_KINDS),
    region: entry.field('region').text(),
    at: entry.field('at').instant(),
    referenceAt: text('reference_at')?.instant() ?? null,
    backgroundCorrection: text('background_correction')?.oneOf(BACKGROUND_CORRECTIONS) ?? null,
    comment: text('comment')?.text() ?? null,
    values: Object.fromEntries(numbers.map(([name, field]) => [name, field.number('a number', () => true)])),
  };
  const fault = measurementFault(row);
  if (fault) entry.field(fault.column).refuse(fault.expected, fault.found);
  return row;
}

/** The measurement as it stands in a facts file. */
export function measurementToJson({ at, referenceAt, backgroundCorrection, comment, values, ...row }: MeasurementRow): object {
  return {
    ...row,
    at: formatInstant(at),
    ...(referenceAt && { reference_at: formatInstant(referenceAt) }),
    ...(backgroundCorrection && { background_correction: backgroundCorrection }),
    ...(comment !== null && { comment }),
    ...values,
  };
}
