import type { Assumption, Warning } from '@graywise/physics';
import type { NaturalDataset } from '../naturalDataset.js';
import { textItem } from './contentItem.js';
import { GRAYWISE_CODES } from './graywiseCodes.js';

/** What was taken for true and what to beware of, a text each. */
export function warningItems(assumptions: readonly Assumption[], warnings: readonly Warning[]): NaturalDataset[] {
  return [
    ...assumptions.map(({ step, text }) => textItem(GRAYWISE_CODES.assumption, `${step}: ${text}`)),
    ...warnings.map(({ code, message }) => textItem(GRAYWISE_CODES.warning, `${code}: ${message}`)),
  ];
}
