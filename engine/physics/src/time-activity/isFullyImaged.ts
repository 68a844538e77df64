import type { RegionResult } from '../record/cycleVerification.js';

/** Fewer time points than this are no fully imaged cycle. */
const FULLY_IMAGED = 3;

/** Whether the curve of a region rests on three different times or more. */
export function isFullyImaged({ curve }: Pick<RegionResult, 'curve'>): boolean {
  return new Set(curve.map(point => point.afterAdministration)).size >= FULLY_IMAGED;
}
