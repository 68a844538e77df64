import { dictionaryEntry, type DictionaryEntry } from './dictionaryEntry.js';
import { encodeValue } from './encodeValue.js';
import type { NaturalDataset, NaturalValue } from '../naturalDataset.js';

/** The value representations with a length of two bytes; all others have two reserved bytes and four of length (PS3.5 7.1.2). */
const SHORT_LENGTH = /^(AE|AS|AT|CS|DA|DS|DT|FD|FL|IS|LO|LT|PN|SH|SL|SS|ST|TM|UI|UL|US)$/;

/** A dataset as explicit VR little endian, attributes in the order of their tags, sequences and items of stated length. `root` is the outermost dataset. */
export function encodeDataset(dataset: NaturalDataset, root: NaturalDataset = dataset): Uint8Array {
  const attributes = Object.entries(dataset)
    .filter(([, value]) => value !== undefined)
    .map(([keyword, value]) => ({ keyword, value, entry: dictionaryEntry(keyword, root) }))
    .sort((a, b) => a.entry.group - b.entry.group || a.entry.element - b.entry.element);
  return concatenate(
    attributes.flatMap(({ keyword, value, entry }) => {
      const bytes = entry.valueRepresentation === 'SQ' ? encodeItems(value, root) : encodeValue(value, entry.valueRepresentation, keyword);
      return [attributeHeader(entry, bytes.length, keyword), bytes];
    }),
  );
}

function encodeItems(value: NaturalValue, root: NaturalDataset): Uint8Array {
  const items = (value === null ? [] : Array.isArray(value) ? value : [value]) as readonly NaturalDataset[];
  return concatenate(
    items.flatMap(item => {
      const bytes = encodeDataset(item, root);
      const header = new DataView(new ArrayBuffer(8));
      header.setUint16(0, 0xfffe, true);
      header.setUint16(2, 0xe000, true);
      header.setUint32(4, bytes.length, true);
      return [new Uint8Array(header.buffer), bytes];
    }),
  );
}

function attributeHeader({ group, element, valueRepresentation }: DictionaryEntry, length: number, keyword: string): Uint8Array {
  const isShort = SHORT_LENGTH.test(valueRepresentation);
  if (isShort && length > 0xffff)
    throw new Error(`${keyword} holds ${length} bytes, more than its value representation ${valueRepresentation} can`);
  const header = new DataView(new ArrayBuffer(isShort ? 8 : 12));
  header.setUint16(0, group, true);
  header.setUint16(2, element, true);
  header.setUint8(4, valueRepresentation.charCodeAt(0));
  header.setUint8(5, valueRepresentation.charCodeAt(1));
  if (isShort) header.setUint16(6, length, true);
  else header.setUint32(8, length, true);
  return new Uint8Array(header.buffer);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
