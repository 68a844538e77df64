import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { canonicalJson, parseMeasurements } from '@graywise/dicom';
import { GraywiseError, type Facts, type MeasurementRow } from '@graywise/physics';

/**
 * Facts with the measurements of CSV files added. A row that stands in both alike is one measurement; two that contradict each other are refused when the
 * series is made. Throws GW_MEASUREMENTS_INVALID for a file that cannot be read.
 */
export async function withMeasurements(facts: Facts, files: readonly string[]): Promise<Facts> {
  const read = await Promise.all(files.map(rowsOf));
  const rows = [...(facts.measurements ?? []), ...read.flat()];
  const once = new Map(rows.map(row => [canonicalJson(row), row]));
  return { ...facts, measurements: [...once.values()] };
}

async function rowsOf(file: string): Promise<MeasurementRow[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new GraywiseError('GW_MEASUREMENTS_INVALID', { expected: 'a readable file', where: file, found: 'none' });
  });
  return parseMeasurements(text, basename(file));
}
