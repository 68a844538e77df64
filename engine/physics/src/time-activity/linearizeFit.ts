import { activityDerivatives } from './curveDerivatives.js';
import { parameterGradient, parameterValue, type CurveParameter, type TermDerivatives } from './curveParameters.js';
import type { FittedModel } from './fitCurveModel.js';
import { invertSymmetric } from './invertSymmetric.js';
import type { WeightedSample } from './weightedSamples.js';

/** A fit seen from its optimum: how its parameters, and whatever follows from them, answer to each point. */
export interface LinearizedFit {
  readonly fitted: FittedModel;
  /** The parameters that the points decide; those on the edge of their range are left out. */
  readonly parameters: readonly CurveParameter[];
  /** (J^T W J)^-1, row by row, in Bq and 1/s. */
  readonly covariance: readonly number[];
  /** d(quantity) / d(activity of sample i), for a quantity given by its derivatives with respect to the terms. */
  readonly sensitivities: (derivatives: TermDerivatives) => number[];
}

/** Linearises a fit at its optimum, or null when the points do not decide its parameters: then it is no candidate. */
export function linearizeFit(fitted: FittedModel, samples: readonly WeightedSample[]): LinearizedFit | null {
  const parameters = fitted.model.parameters.filter(parameter => isFree(fitted, parameter));
  const size = parameters.length;
  const jacobian = samples.map(({ seconds }) => parameterGradient(fitted.terms, parameters, activityDerivatives(seconds)));
  const normal = new Array<number>(size * size).fill(0);
  jacobian.forEach((row, index) => {
    const weight = (samples[index]?.scatter ?? 1) ** -2;
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) normal[a * size + b] = (normal[a * size + b] ?? 0) + weight * (row[a] ?? 0) * (row[b] ?? 0);
  });
  const covariance = invertSymmetric(normal, size);
  if (!covariance || size === 0) return null;
  const sensitivities = (derivatives: TermDerivatives): number[] => {
    const gradient = parameterGradient(fitted.terms, parameters, derivatives);
    const direction = parameters.map((_, a) => gradient.reduce((sum, slope, b) => sum + slope * (covariance[b * size + a] ?? 0), 0));
    return jacobian.map(
      (row, index) => row.reduce((sum, value, a) => sum + value * (direction[a] ?? 0), 0) * (samples[index]?.scatter ?? 1) ** -2,
    );
  };
  return { fitted, parameters, covariance, sensitivities };
}

/** A rate is free inside its range, an amplitude above zero. */
function isFree({ model, terms, onEdge }: FittedModel, parameter: CurveParameter): boolean {
  const rates = model.parameters.filter(name => name.endsWith('rate'));
  return rates.includes(parameter) ? onEdge[rates.indexOf(parameter)] === null : parameterValue(terms, parameter) > 0;
}
