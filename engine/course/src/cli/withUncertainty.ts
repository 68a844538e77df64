import type { Estimate } from '@graywise/physics';

/** `value ± u` in a printed unit (`unit` is its size in SI), with the first two digits of the uncertainty. */
export function withUncertainty(estimate: Estimate, unit: number): string {
  const value = estimate.value / unit;
  const u = estimate.standardUncertainty / unit;
  if (u === 0) return value.toPrecision(4);
  const digits = Math.max(0, 1 - Math.floor(Math.log10(u)));
  return `${value.toFixed(digits)} ± ${u.toFixed(digits)}`;
}
