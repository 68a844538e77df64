import { formatInstant } from '../quantities/instant.js';
import type { MeasurementRow } from '../record/measurements.js';

/** A measurement as messages name it: kind, region and time. */
export function rowName({ kind, region, at }: Pick<MeasurementRow, 'kind' | 'region' | 'at'>): string {
  return `${kind}, ${region}, ${formatInstant(at)}`;
}
