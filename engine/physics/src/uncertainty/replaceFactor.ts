import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';

/**
 * A product whose factor `before` is replaced by `after` with its uncertainty, the value of the product kept: contributions of the old factor leave with their
 * sign, those of the new one come in, keys shared with other factors stay correlated.
 */
export function replaceFactor<Q extends number>(product: Estimate<Q>, before: Estimate, after: Estimate): Estimate<Q> {
  const relative = (factor: Estimate, sign: number): Estimate['contributions'] =>
    factor.contributions.map(share => ({
      ...share,
      standardUncertainty: (sign * product.value * share.standardUncertainty) / factor.value,
    }));
  return makeEstimate(product.value, [...product.contributions, ...relative(before, -1), ...relative(after, 1)], product);
}
