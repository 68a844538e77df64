import dcmjs from 'dcmjs';
import type { DicomElements } from 'dcmjs';

/**
 * A DICOM dataset read by keyword. Every getter gives null (or an empty list) when the attribute is absent or empty: type 2 attributes are often
 * empty, and the two mean the same to a reader.
 */
export class Dataset {
  private readonly elements: DicomElements;

  constructor(elements: DicomElements) {
    this.elements = elements;
  }

  has(keyword: string): boolean {
    return this.values(keyword).length > 0;
  }

  /** All values as trimmed texts. */
  texts(keyword: string): string[] {
    return this.values(keyword).map(asText);
  }

  text(keyword: string): string | null {
    const text = this.texts(keyword)[0];
    return text === undefined || text === '' ? null : text;
  }

  /** A text of unlimited form (LT, ST, UT) as one, trailing padding aside: dcmjs takes each reverse solidus in it for a separator of values. */
  freeText(keyword: string): string | null {
    const parts = this.elements[tagOf(keyword)]?._rawValue;
    return Array.isArray(parts) ? parts.join('\\').trimEnd() : this.text(keyword);
  }

  /** All values as numbers; an empty list when one of them is not a finite number. */
  numbers(keyword: string): number[] {
    const numbers = this.values(keyword).map(asNumber);
    return numbers.every(Number.isFinite) ? numbers : [];
  }

  number(keyword: string): number | null {
    return this.numbers(keyword)[0] ?? null;
  }

  /** The items of a sequence. */
  items(keyword: string): Dataset[] {
    return this.values(keyword)
      .filter((value): value is DicomElements => typeof value === 'object' && value !== null)
      .map(value => new Dataset(value));
  }

  /** The first item of a sequence. */
  item(keyword: string): Dataset | null {
    return this.items(keyword)[0] ?? null;
  }

  /** Raw bytes of a binary attribute such as a lookup table. */
  bytes(keyword: string): Uint8Array | null {
    const value = this.values(keyword)[0];
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    return value instanceof Uint8Array ? value : null;
  }

  private values(keyword: string): unknown[] {
    const values = this.elements[tagOf(keyword)]?.Value;
    if (!Array.isArray(values)) return [];
    const empty = values.length === 1 && (values[0] === '' || values[0] === undefined || values[0] === null);
    return empty ? [] : values;
  }
}

const tags = new Map<string, string>();

function tagOf(keyword: string): string {
  let tag = tags.get(keyword);
  if (tag === undefined) {
    const entry = dcmjs.data.DicomMetaDictionary.nameMap[keyword];
    // A misspelt keyword would read as "absent" for ever.
    if (!entry) throw new Error(`unknown DICOM keyword ${keyword}`);
    tag = entry.tag.replace(/[(),]/g, '');
    tags.set(keyword, tag);
  }
  return tag;
}

function asText(value: unknown): string {
  if (typeof value === 'object' && value !== null) return asText((value as { Alphabetic?: unknown }).Alphabetic ?? '');
  return typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\0/g, '').trim() : '';
}

function asNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}
