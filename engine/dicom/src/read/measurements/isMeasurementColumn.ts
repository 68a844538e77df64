import { MEASUREMENT_COLUMNS, TEXT_COLUMNS } from '@graywise/physics';

const NAMES: readonly string[] = [...TEXT_COLUMNS, ...MEASUREMENT_COLUMNS.map(({ name }) => name)];

/** Whether a table of measurements has a column of this name. */
export function isMeasurementColumn(name: string): boolean {
  return NAMES.includes(name);
}
