/** What a unit code says, with the factor that brings values to that unit. */
export interface MappedUnit {
  readonly unit: 'counts' | 'counts/s' | 'Bq/mL';
  readonly factor: number;
}

const PREFIX: Readonly<Record<string, number>> = { '': 1, m: 1e-3, k: 1e3, K: 1e3, M: 1e6, G: 1e9 };
const VOLUME: Readonly<Record<string, number>> = { ml: 1, cc: 1, cm3: 1, 'cm^3': 1, l: 1e-3 };
const COUNTS = new Set(['counts', 'count', 'cnts', 'cts', 'ct']);

/**
 * The unit behind a UCUM code ('Bq/ml', 'kBq/ml', '{counts}', '{counts}/s'), a PET Units term ('BQML', 'CNTS') or a RescaleType. Null for any
 * other, such as SUV: case counts in prefixes (MBq is not mBq), not elsewhere.
 */
export function mappedUnit(text: string): MappedUnit | null {
  const plain = text.replace(/[\s{}[\]]/g, '');
  if (/^BQML$/i.test(plain)) return { unit: 'Bq/mL', factor: 1 };
  const concentration = /^([mkKMG]?)Bq(?:\/|\.|per)(ml|cc|cm3|cm\^3|l)(?:-1)?$/i.exec(plain);
  const factor = concentration ? (PREFIX[concentration[1] ?? ''] ?? NaN) * (VOLUME[(concentration[2] ?? '').toLowerCase()] ?? NaN) : NaN;
  if (Number.isFinite(factor)) return { unit: 'Bq/mL', factor };
  const lower = plain.toLowerCase();
  if (COUNTS.has(lower)) return { unit: 'counts', factor: 1 };
  const rate = /^(.*?)(?:\/s|\/sec|\.s-1|ps)$/.exec(lower);
  if (rate && (lower === 'cps' || COUNTS.has(rate[1] ?? ''))) return { unit: 'counts/s', factor: 1 };
  return null;
}
