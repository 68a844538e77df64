import type { DensityCurve } from './schneiderDensityCurve.js';

/** The density (g/mL) of one CT number: linear between the pairs of the curve, constant beyond its ends. NaN for NaN. */
export function densityAtHounsfield(hounsfield: number, curve: DensityCurve): number {
  let low = curve[0];
  if (low === undefined || Number.isNaN(hounsfield)) return NaN;
  for (const high of curve) {
    if (hounsfield <= high[0]) {
      return high === low ? high[1] : low[1] + ((hounsfield - low[0]) / (high[0] - low[0])) * (high[1] - low[1]);
    }
    low = high;
  }
  return low[1];
}
