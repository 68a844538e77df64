import { GraywiseError } from '@graywise/physics';

/**
 * JSON whose text depends on the content alone: keys in alphabetical order, no white space. Parsing it gives the same numbers to the last bit.
 *
 * Throws GW_NOT_FINITE for NaN and infinities, which JSON would turn into null.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) throw new GraywiseError('GW_NOT_FINITE', { unit: key, found: part });
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
