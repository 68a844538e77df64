import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { addMeasurements, parseMeasurements } from '@graywise/dicom';
import { GraywiseError, type Facts, type MeasurementRow } from '@graywise/physics';

/** Facts with the measurements of CSV files added. Throws GW_MEASUREMENTS_INVALID for a file that cannot be read. */
export async function withMeasurements(facts: Facts, files: readonly string[]): Promise<Facts> {
  const read = await Promise.all(files.map(rowsOf));
  return addMeasurements(facts, read.flat());
}

async function rowsOf(file: string): Promise<MeasurementRow[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new GraywiseError('GW_MEASUREMENTS_INVALID', { expected: 'a readable file', where: file, found: 'none' });
  });
  return parseMeasurements(text, basename(file));
}
