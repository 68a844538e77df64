import type { Contribution, Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import type { ModelChoice } from './chooseModel.js';
import { modelEstimate, type CurveCircumstances, type CurveQuantity } from './modelEstimate.js';
import type { WeightedSample } from './weightedSamples.js';

/** More degrees of freedom than one over this are as good as infinitely many. */
const NEGLIGIBLE = 1e-3;

/**
 * A quantity averaged over the compared models by their Akaike weights w, with its uncertainty (rules T6 and T12): u^2 = sum of w (u_i^2 + (q_i - q)^2),
 * Burnham and Anderson 2002, section 4.3.
 *
 * Contributions of the points keep their keys, each with the mean of its sensitivities over the models, so that what is shared (calibration, volume) adds
 * as one variable; what is left of u^2 is the contribution `fit`. Degrees of freedom after Welch and Satterthwaite: what is estimated from the scatter
 * of the points is as uncertain as few points leave it, all else is stated.
 */
export function curveEstimate<Q extends number>(
  quantity: CurveQuantity<Q>,
  { compared, weights }: ModelChoice,
  samples: readonly WeightedSample[],
  circumstances: CurveCircumstances,
  key: string,
): Estimate<Q> {
  const models = compared.map(candidate => modelEstimate(quantity, candidate, samples, circumstances));
  const mean = (of: (model: (typeof models)[number]) => number): number =>
    models.reduce((sum, model, index) => sum + (weights[index] ?? 0) * of(model), 0);
  const value = mean(model => model.value) as Q;
  const carried = models.flatMap((model, index) =>
    model.carried.map(share => ({ ...share, standardUncertainty: share.standardUncertainty * (weights[index] ?? 0) })),
  );
  const variance = mean(model => makeEstimate(0, model.carried).standardUncertainty ** 2 + model.own ** 2 + (model.value - value) ** 2);
  const named = makeEstimate(0, carried).standardUncertainty ** 2;
  const fit: Contribution = { source: 'fit', key: `fit:${key}`, standardUncertainty: Math.sqrt(Math.max(0, variance - named)) };
  const guessed = models.reduce(
    (sum, { excess, freedom }, index) => sum + ((weights[index] ?? 0) * excess ** 2) ** 2 / Math.max(1, freedom),
    0,
  );
  const degreesOfFreedom = guessed <= NEGLIGIBLE * variance ** 2 ? null : Math.max(1, variance ** 2 / guessed);
  return makeEstimate(value, [...carried, fit], { degreesOfFreedom });
}
