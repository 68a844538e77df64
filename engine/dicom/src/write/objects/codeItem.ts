import type { Code } from '../../model/code.js';
import type { NaturalDataset } from '../naturalDataset.js';

/** A concept as the item of a code sequence (PS3.3 8.8). */
export function codeItem({ value, scheme, meaning }: Code): NaturalDataset {
  return { CodeValue: value, CodingSchemeDesignator: scheme, CodeMeaning: meaning };
}
