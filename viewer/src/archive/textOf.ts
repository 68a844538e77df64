import type { Dataset } from './readDataset.js';

/** The first value of a textual element, or empty text when it is absent. */
export function textOf(dataset: Dataset, tag: string): string {
  const value = dataset[tag]?.Value[0];
  return typeof value === 'string' ? value : '';
}
