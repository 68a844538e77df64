import type { DicomJson, DicomJsonElement } from './dicomJson.js';
import { isBinary } from './isBinary.js';
import type { Dataset, DatasetElement } from './readDataset.js';

const numeric = new Set(['DS', 'FD', 'FL', 'IS', 'SL', 'SS', 'SV', 'UL', 'US', 'UV']);
const longText = new Set(['LT', 'ST', 'UR', 'UT']);

/**
 * The DICOM JSON model of a dataset (PS3.18 Annex F): numbers as numbers, names by component group, binary values by reference.
 *
 * `bulkDataRoot` is the URL under which the path of a binary element (tags and item numbers) is served.
 */
export function datasetToJson(dataset: Dataset, bulkDataRoot: string): DicomJson {
  const json: Record<string, DicomJsonElement> = {};
  for (const tag of Object.keys(dataset).sort()) {
    const element = dataset[tag];
    // Group lengths (gggg,0000) are retired outside the file header and would be wrong after any change.
    if (element !== undefined && !tag.endsWith('0000')) json[tag] = elementToJson(element, `${bulkDataRoot}/${tag}`);
  }
  return json;
}

function elementToJson(element: DatasetElement, path: string): DicomJsonElement {
  const { vr } = element;
  if (isBinary(vr)) return hasBytes(element) ? { vr, BulkDataURI: path } : { vr };
  const values = listed(element.Value);
  if (vr === 'SQ') return { vr, Value: values.map((item, index) => datasetToJson(item as Dataset, `${path}/${index}`)) };
  const converted = values.map(value => valueToJson(vr, value));
  // A trailing empty text is no value; an empty one between others keeps its place as null.
  while (converted.length > 0 && converted.at(-1) === null) converted.pop();
  return converted.length > 0 ? { vr, Value: converted } : { vr };
}

function valueToJson(vr: string, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (numeric.has(vr)) return numberToJson(value);
  if (vr === 'AT') return typeof value === 'number' ? value.toString(16).padStart(8, '0').toUpperCase() : value;
  if (vr === 'PN') return nameToJson(value);
  return typeof value === 'string' ? withoutPadding(vr, value) : null;
}

/** Values are padded to even length, with spaces or, in UIDs, with null; spaces before a value mean something in long texts only. */
function withoutPadding(vr: string, text: string): string | null {
  const kept = text.replace(/[ \0]+$/, '');
  return (longText.has(vr) ? kept : kept.trimStart()) || null;
}

function numberToJson(value: unknown): number | string | null {
  // A 64-bit integer that a JavaScript number cannot hold goes as text (PS3.18 F.2.3.1).
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

function nameToJson(value: unknown): unknown {
  const groups = typeof value === 'object' ? (value as Record<string, unknown>) : { Alphabetic: value };
  const filled = Object.entries(groups).filter(([, text]) => typeof text === 'string' && text !== '');
  return filled.length > 0 ? Object.fromEntries(filled) : null;
}

function hasBytes(element: DatasetElement): boolean {
  return listed(element.Value).some(value => (value as ArrayBuffer | undefined)?.byteLength !== 0);
}

function listed(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
