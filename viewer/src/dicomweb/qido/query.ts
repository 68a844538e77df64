import dcmjs from 'dcmjs';
import { httpError } from '../httpError.js';

/** One condition of a search: the path of an attribute (tags, through sequences) and the text it must match. */
export interface Condition {
  readonly path: readonly string[];
  readonly pattern: string;
}

/** A search as QIDO-RS words it (PS3.18 section 8.3.4). */
export interface Query {
  readonly conditions: readonly Condition[];
  /** Tags to return beyond those of the level, or all of the dataset. */
  readonly includeFields: readonly string[] | 'all';
  readonly fuzzy: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** Reads the query part of a URL. Answers 400 for an attribute that does not exist or a number that is none. */
export function parseQuery(parameters: URLSearchParams): Query {
  const conditions: Condition[] = [];
  const includeFields: string[] = [];
  let fuzzy = false;
  let limit = Infinity;
  let offset = 0;
  for (const [name, value] of parameters) {
    const key = name.toLowerCase();
    if (key === 'limit') limit = wholeNumber(value, key);
    else if (key === 'offset') offset = wholeNumber(value, key);
    else if (key === 'fuzzymatching') fuzzy = value === 'true';
    else if (key === 'includefield') includeFields.push(...value.split(','));
    else if (value !== '') conditions.push({ path: name.split('.').map(attributeTag), pattern: value });
  }
  const all = includeFields.includes('all');
  return {
    conditions,
    includeFields: all ? 'all' : includeFields.map(field => attributeTag(field.split('.')[0] ?? '')),
    fuzzy,
    limit,
    offset,
  };
}

function wholeNumber(text: string, name: string): number {
  if (!/^\d{1,9}$/.test(text)) throw httpError(400, `Expected a whole number for ${name}.`);
  return Number(text);
}

function attributeTag(attribute: string): string {
  if (/^[0-9a-f]{8}$/i.test(attribute)) return attribute.toUpperCase();
  const entry = Object.hasOwn(dcmjs.data.DicomMetaDictionary.nameMap, attribute)
    ? dcmjs.data.DicomMetaDictionary.nameMap[attribute]
    : undefined;
  if (entry === undefined) throw httpError(400, 'Expected the keyword or tag of a DICOM attribute as the name of a search parameter.');
  return entry.tag.replace(/\W/g, '').toUpperCase();
}
