import { log } from '../numerics/log.js';
import type { Estimate } from './estimate.js';
import { studentTCumulative } from './studentTCumulative.js';

/** The probability, 0 to 1, that what is estimated is greater than `bound`: t with its degrees of freedom, on the logarithm for a lognormal. */
export function probabilityAbove(estimate: Estimate, bound: number): number {
  const { value, standardUncertainty, degreesOfFreedom, distribution } = estimate;
  if (standardUncertainty === 0) return value > bound ? 1 : 0;
  if (distribution === 'normal') return studentTCumulative((value - bound) / standardUncertainty, degreesOfFreedom);
  if (bound <= 0 || value === 0) return value > bound ? 1 : 0;
  return studentTCumulative(log(value / bound) / (standardUncertainty / value), degreesOfFreedom);
}
