import { relativeUncorrectedShift, type Estimate } from '@graywise/physics';
import { formatPercent } from '../format/formatPercent.js';

/** Less than this share is not worth a sentence. */
const LEAST = 0.005;

/** What is expected of a value and not corrected, where it is worth a sentence. */
export function shiftNotes(estimate: Estimate): readonly string[] {
  const share = relativeUncorrectedShift(estimate);
  if (Math.abs(share) < LEAST) return [];
  return [
    `Uncorrected shift: the true value is expected to lie ${formatPercent(Math.abs(share))} ${share > 0 ? 'above' : 'below'} this one, by an uptake that no scan shows and an outline that may lie aside. Both are assumed, so the value is not corrected; the uncertainty holds it.`,
  ];
}
