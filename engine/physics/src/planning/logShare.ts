import type { Estimate } from '../quantities/estimate.js';

/** Share of a key in the standard deviation of the logarithm, signed. */
export function logShare({ value, contributions }: Estimate, key: string): number {
  const share = contributions.find(contribution => contribution.key === key)?.standardUncertainty ?? 0;
  return value === 0 ? 0 : share / value;
}
