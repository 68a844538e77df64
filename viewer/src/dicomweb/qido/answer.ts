import type { DicomJson } from '../../archive/dicomJson.js';
import type { Query } from './query.js';

/** The part of a dataset that a search returns: the attributes of its level, and those asked for. */
export function answer(dataset: DicomJson, level: readonly string[], query: Query): DicomJson {
  if (query.includeFields === 'all') return dataset;
  const wanted = new Set([...level, ...query.includeFields]);
  return Object.fromEntries(Object.entries(dataset).filter(([tag]) => wanted.has(tag)));
}
