import type { Estimate } from '../quantities/estimate.js';
import { gray, type Gray } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';

/** The dose in 2 Gy fractions of the same effect, Gy: EQD2 = BED / (1 + 2 / (alpha/beta)) (rule B2). */
export function equivalentDoseIn2GyFractions(bed: Estimate<Gray>, alphaBetaGy: number): Estimate<Gray> {
  return scaleEstimate(bed, 1 / (1 + 2 / alphaBetaGy), gray);
}
