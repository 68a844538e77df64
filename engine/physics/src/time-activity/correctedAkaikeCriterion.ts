import { log } from '../numerics/log.js';

/**
 * AICc where the scatter is estimated from the residuals: N ln(RSS / N) + 2 K + 2 K (K + 1) / (N - K - 1), for N points, or null where N - K - 1 is
 * not above zero: such a model is no candidate (rule T4).
 *
 * K counts the structural parameters of the curve and not the scatter. Who counts the scatter as well (K + 1) passes one more; with few points the two
 * conventions give different weights, so a record must say which. Hurvich and Tsai 1989, Biometrika 76, 297; Burnham and Anderson 2002, section 2.4.
 */
export function correctedAkaikeCriterion(residualSumOfSquares: number, points: number, parameters: number): number | null {
  const left = points - parameters - 1;
  if (left <= 0) return null;
  return points * log(residualSumOfSquares / points) + 2 * parameters + (2 * parameters * (parameters + 1)) / left;
}
