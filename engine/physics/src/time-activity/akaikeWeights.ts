import { exp } from '../numerics/exp.js';

/** Akaike weights of models from their criteria, exp(-difference / 2) over the sum of these. Burnham and Anderson 2002, section 2.9. */
export function akaikeWeights(criteria: readonly number[]): number[] {
  const least = Math.min(...criteria);
  const likelihoods = criteria.map(criterion => exp((least - criterion) / 2));
  const total = likelihoods.reduce((sum, likelihood) => sum + likelihood, 0);
  return likelihoods.map(likelihood => likelihood / total);
}
