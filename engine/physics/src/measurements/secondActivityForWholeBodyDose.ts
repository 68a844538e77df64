import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { becquerel, type Becquerel, type Gray } from '../quantities/quantity.js';

/**
 * The activity of the second administration that brings the whole body to its target: A2 = A1 (target - D1) / D1. Zero when the first one reached it.
 *
 * Source: Gaze et al., Cancer Biother. Radiopharm. 20 (2005) 195: two administrations of 131I-mIBG to 4 Gy of the whole body with stem cells. A suggestion:
 * the practitioner prescribes, and caps it.
 */
export function secondActivityForWholeBodyDose(
  administered: Estimate<Becquerel>,
  dose: Estimate<Gray>,
  targetGy: number,
): Estimate<Becquerel> {
  const value = Math.max(0, (administered.value * (targetGy - dose.value)) / dose.value);
  return combineEstimates(becquerel(value), [
    { estimate: administered, sensitivity: value / administered.value },
    { estimate: dose, sensitivity: value === 0 ? 0 : (-1 * administered.value * targetGy) / dose.value ** 2 },
  ]);
}
