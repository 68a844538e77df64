import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { gray, type Gray, type Second } from '../quantities/quantity.js';
import type { CurveTerm } from '../time-activity/curveParameters.js';
import { interactionBetweenCycles } from './interactionBetweenCycles.js';
import { lethalInteraction } from './lethalInteraction.js';

/** What one cycle gave a region. */
export interface CycleEffect {
  readonly dose: Estimate<Gray>;
  /** Terms of the region's time-activity fit of this cycle; only their proportions matter. */
  readonly terms: readonly CurveTerm[];
  /** Of the administration, from any common instant. */
  readonly start: Second;
}

/**
 * BED of a course, Gy: the sum of D + G D^2 / (alpha/beta) over the cycles and of 2 G_12 D_1 D_2 / (alpha/beta) over their pairs (rule B9). Weeks apart
 * the pairs add nothing and the BEDs of the cycles add; days apart they do. Uncertainty: that of the doses, shared keys added.
 */
export function cumulativeBiologicallyEffectiveDose(
  cycles: readonly CycleEffect[],
  alphaBetaGy: number,
  repairHalfTime: Second,
): Estimate<Gray> {
  const repairRate = Math.LN2 / repairHalfTime;
  const inputs = cycles.map(cycle => {
    const met = cycles.reduce((sum, other) => sum + interactionOf(cycle, other, repairRate) * other.dose.value, 0);
    return { estimate: cycle.dose, sensitivity: 1 + (2 * met) / alphaBetaGy };
  });
  // Half of what the slopes add to 1 is the quadratic part of a sum of squares.
  const value = inputs.reduce((sum, { estimate, sensitivity }) => sum + (estimate.value * (1 + sensitivity)) / 2, 0);
  return combineEstimates(gray(value), inputs);
}

function interactionOf(cycle: CycleEffect, other: CycleEffect, repairRate: number): number {
  if (cycle === other) return lethalInteraction(cycle.terms, repairRate);
  const [earlier, later] = cycle.start <= other.start ? [cycle, other] : [other, cycle];
  return interactionBetweenCycles(earlier.terms, later.terms, later.start - earlier.start, repairRate);
}
