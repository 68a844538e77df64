import type { Estimate } from './estimate.js';

/** Standard uncertainty over value, as a fraction. Zero when nothing is uncertain, infinite when an uncertain value is zero. */
export function relativeUncertainty(estimate: Estimate): number {
  return estimate.standardUncertainty === 0 ? 0 : estimate.standardUncertainty / Math.abs(estimate.value);
}
