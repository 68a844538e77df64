import type { Estimate } from './estimate.js';
import { makeEstimate } from './makeEstimate.js';

/** An input of a calculation with its sensitivity: the partial derivative of the result with respect to it. */
export interface WeightedInput {
  readonly estimate: Estimate;
  readonly sensitivity: number;
}

/**
 * First-order propagation (JCGM 100:2008, equation 13): a result from its inputs and their sensitivities, inputs correlated where they share keys.
 * Sensitivities times `unitFactor` are in the unit of `value`: the factor of the door that made the value, 1000 times less for `gram`.
 *
 * The result is lognormal as soon as one input is. Its degrees of freedom are those of Welch and Satterthwaite (JCGM 100:2008, G.4.1), each input
 * being one component. That formula holds for independent inputs; where shared keys cancel it would fall below every input's own number, so the
 * smallest of these is the floor.
 */
export function combineEstimates<Q extends number>(value: Q, weighted: readonly WeightedInput[], unitFactor = 1): Estimate<Q> {
  const inputs = weighted.map(({ estimate, sensitivity }) => ({ estimate, sensitivity: sensitivity * unitFactor }));
  const contributions = inputs.flatMap(({ estimate, sensitivity }) =>
    estimate.contributions.map(share => ({ ...share, standardUncertainty: share.standardUncertainty * sensitivity })),
  );
  const distribution = inputs.some(({ estimate }) => estimate.distribution === 'lognormal') ? 'lognormal' : 'normal';
  const combined = makeEstimate(value, contributions, { distribution });
  return { ...combined, degreesOfFreedom: effectiveDegreesOfFreedom(combined.standardUncertainty, inputs) };
}

function effectiveDegreesOfFreedom(combinedUncertainty: number, inputs: readonly WeightedInput[]): number | null {
  let denominator = 0;
  let smallest = Infinity;
  for (const { estimate, sensitivity } of inputs) {
    const share = estimate.standardUncertainty * sensitivity;
    if (estimate.degreesOfFreedom === null || share === 0) continue;
    denominator += share ** 4 / estimate.degreesOfFreedom;
    smallest = Math.min(smallest, estimate.degreesOfFreedom);
  }
  return denominator === 0 ? null : Math.max(smallest, combinedUncertainty ** 4 / denominator);
}
