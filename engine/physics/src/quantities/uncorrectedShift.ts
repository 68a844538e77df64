import type { Contribution, Estimate } from './estimate.js';

const NAME = 'uncorrected shift';

/**
 * How far a value is expected to lie below the truth without being corrected for it, because the expectation rests on an assumption (JCGM 100:2008, F.2.4.5).
 *
 * Expectations have one key everywhere: over scans, regions and cycles they add with their signs, so that what raises a value takes away from what lowers it.
 * Of nothing there is no contribution.
 */
export function uncorrectedShift(truthLessValue: number): Contribution[] {
  return truthLessValue === 0 ? [] : [{ source: NAME, key: NAME, standardUncertainty: truthLessValue }];
}

export function isUncorrectedShift({ source }: Contribution): boolean {
  return source === NAME;
}

/** What `uncorrectedShift` says of an estimate, in its unit. */
export function uncorrectedShiftOf({ contributions }: Estimate): number {
  return contributions.find(isUncorrectedShift)?.standardUncertainty ?? 0;
}

/** The same over the value; 0 where that is not above 0. */
export function relativeUncorrectedShift(estimate: Estimate): number {
  return estimate.value > 0 ? uncorrectedShiftOf(estimate) / estimate.value : 0;
}
