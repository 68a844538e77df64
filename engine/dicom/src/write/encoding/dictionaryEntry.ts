import dcmjs from 'dcmjs';
import type { NaturalDataset } from '../naturalDataset.js';

/** An attribute as PS3.6 defines it. */
export interface DictionaryEntry {
  readonly group: number;
  readonly element: number;
  readonly valueRepresentation: string;
}

/**
 * The data dictionary's entry of a keyword, its value representation settled where it depends on the dataset around it (PS3.5 annex A):
 * pixel data are OW above 8 bits and OB below, pixel values are signed when the pixels of `root` are.
 */
export function dictionaryEntry(keyword: string, root: NaturalDataset): DictionaryEntry {
  const entry = dcmjs.data.DicomMetaDictionary.nameMap[keyword];
  const match = /^\(([0-9A-F]{4}),([0-9A-F]{4})\)$/.exec(entry?.tag ?? '');
  if (!entry || !match) throw new Error(`${keyword} is no keyword of the data dictionary`);
  return { group: parseInt(match[1] ?? '', 16), element: parseInt(match[2] ?? '', 16), valueRepresentation: settled(entry.vr, root) };
}

function settled(valueRepresentation: string, root: NaturalDataset): string {
  if (valueRepresentation === 'ox') return Number(root['BitsAllocated']) > 8 ? 'OW' : 'OB';
  if (valueRepresentation === 'xs') return root['PixelRepresentation'] === 1 ? 'SS' : 'US';
  return valueRepresentation;
}
