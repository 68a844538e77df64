import type { BackgroundCorrection } from '../record/measurements.js';

/**
 * How much of the background beside a region is taken off its counts: I' = I - I_bg * share, I_bg scaled to the area of the region.
 *
 * 'whole' takes all of it off, which is too much where the source displaces what makes the background; '1-x/L' leaves out the share of the body's
 * thickness L that the source of thickness x fills. Variants differ by tens of percent (Buijs et al., J Nucl Med 39 (1998) 2167), so the row must say which.
 */
export function backgroundShare(correction: BackgroundCorrection, sourceThicknessCm: number, bodyThicknessCm: number): number {
  return correction === 'whole' ? 1 : 1 - sourceThicknessCm / bodyThicknessCm;
}
