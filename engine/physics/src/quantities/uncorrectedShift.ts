import type { Contribution } from './estimate.js';

const KEY = 'uncorrected shift';

/**
 * How far a value is expected to lie below the truth without being corrected for it, because the expectation rests on an assumption (JCGM 100:2008, F.2.4.5).
 *
 * Expectations have one key everywhere: over scans, regions and cycles they add with their signs, so that what raises a value takes away from what lowers it.
 */
export function uncorrectedShift(truthLessValue: number): Contribution {
  return { source: KEY, key: KEY, standardUncertainty: truthLessValue };
}
