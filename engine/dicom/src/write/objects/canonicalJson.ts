import { GraywiseError } from '@graywise/physics';

/**
 * JSON whose text depends on the content alone: keys in alphabetical order, no white space. Parsing it gives the same numbers to the last bit.
 *
 * ASCII only, other characters as \uXXXX: readers that mistake the character set of text inside a sequence (dcmjs 0.52 does) cannot change it.
 * Throws GW_NOT_FINITE for NaN and infinities, which JSON would turn into null.
 */
export function canonicalJson(value: unknown): string {
  const text = JSON.stringify(value, (key, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) throw new GraywiseError('GW_NOT_FINITE', { unit: key, found: part });
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return text.replace(/[\u007f-\uffff]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
