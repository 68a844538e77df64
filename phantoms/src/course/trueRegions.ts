import type { SourceRegion } from '../anatomy/anatomyPart.js';

/** A region of the truth and the source regions that it consists of. */
export interface TrueRegion {
  readonly name: string;
  readonly parts: readonly [SourceRegion, ...SourceRegion[]];
}

/** The regions of the truth, in order. */
export const TRUE_REGIONS: readonly TrueRegion[] = [
  { name: 'kidney-left', parts: ['kidney-left'] },
  { name: 'kidney-right', parts: ['kidney-right'] },
  { name: 'kidneys', parts: ['kidney-left', 'kidney-right'] },
  { name: 'liver', parts: ['liver'] },
  { name: 'spleen', parts: ['spleen'] },
  { name: 'red-marrow', parts: ['red-marrow'] },
  { name: 'lesion-1', parts: ['lesion-1'] },
  { name: 'lesion-2', parts: ['lesion-2'] },
  { name: 'lesion-3', parts: ['lesion-3'] },
];
