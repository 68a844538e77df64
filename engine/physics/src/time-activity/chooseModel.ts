import { akaikeCriterion } from './akaikeCriterion.js';
import { akaikeWeights } from './akaikeWeights.js';
import {
  biExponential,
  biExponentialOfSetFastRate,
  monoExponential,
  promptAndDelayedUptake,
  triExponential,
  uptakeAndClearance,
  type CurveModel,
} from './curveModels.js';
import { parameterValue, type CurveParameter } from './curveParameters.js';
import { fitCurveModel } from './fitCurveModel.js';
import { linearizeFit, type LinearizedFit } from './linearizeFit.js';
import type { WeightedSample } from './weightedSamples.js';

/** A candidate with its Akaike criterion, chi-square + 2 K. */
export interface Candidate {
  readonly fit: LinearizedFit;
  readonly criterion: number;
  readonly title: string;
}

export interface ModelChoice {
  readonly chosen: Candidate;
  /** The candidates that were compared, the chosen one among them, in a fixed order. */
  readonly compared: readonly Candidate[];
  /** Akaike weights of the compared, in their order. */
  readonly weights: readonly number[];
  readonly reason: string;
}

/** A parameter less certain than this is not decided by the points (the goodness of fit that Kletting 2013, Med Phys 40, 102504, asks for). */
const LARGEST_PARAMETER_UNCERTAINTY = 0.5;
/** An uptake or fast phase whose rate is less certain than this is not one that the points show: its linearisation would mean nothing. */
const LARGEST_RATE_UNCERTAINTY = 1;
const RATES = (parameter: CurveParameter): boolean => parameter !== 'clearance rate' && parameter.endsWith('rate');
const TWO_CLEARANCE_PHASES: ReadonlySet<string> = new Set(['bi-exponential', 'tri-exponential']);
/** A model with as many parameters as points leaves nothing to judge it by: it must be better by more than this (rule T4). */
const ADVANTAGE_OF_A_SATURATED_MODEL = 2;

/**
 * Fits every model that the number of points allows and chooses by Akaike's criterion for known variances, chi-square + 2 K (rule T4).
 *
 * Source: Akaike 1974, IEEE Trans. Automat. Contr. 19, 716. The scatter of each point is stated, not estimated from the residuals, so the criterion
 * needs neither N ln(RSS/N) nor the small-sample term 2 K (K + 1) / (N - K - 1), which has no value for 4 points and 3 parameters.
 */
export function chooseModel(samples: readonly WeightedSample[], physicalRate: number): ModelChoice | null {
  const points = new Set(samples.map(sample => sample.seconds)).size;
  const fits = candidateModels(samples, physicalRate, points).flatMap(model => candidate(model, samples));
  const [mono] = fits;
  if (!mono) return null;
  const parametersOf = ({ fit }: Candidate): number => fit.fitted.model.parameters.length;
  const judged = fits.filter(entry => entry === mono || parametersOf(entry) < points);
  const saturated = fits.filter(
    entry =>
      entry !== mono &&
      parametersOf(entry) >= points &&
      entry.fit.fitted.onEdge.every(edge => edge === null) &&
      largestUncertainty(entry.fit, () => true) < LARGEST_PARAMETER_UNCERTAINTY,
  );
  const best = lowest(judged, mono);
  const challenger = lowest(saturated, saturated[0] ?? best);
  const chosen = challenger.criterion < best.criterion - ADVANTAGE_OF_A_SATURATED_MODEL ? challenger : best;
  const compared = fits.filter(entry => judged.includes(entry) || entry === chosen);
  return {
    chosen,
    compared,
    weights: akaikeWeights(compared.map(({ criterion }) => criterion)),
    reason: reasonFor(chosen, compared, points),
  };
}

function candidateModels(samples: readonly WeightedSample[], physicalRate: number, points: number): CurveModel[] {
  const models = [monoExponential(physicalRate)];
  if (points >= 3) models.push(uptakeAndClearance(physicalRate));
  const setRate = biExponentialOfSetFastRate(physicalRate, samples[0]?.seconds ?? 0);
  if (points >= 3 && setRate) models.push(setRate);
  if (points >= 4) models.push(biExponential(physicalRate));
  if (points >= 5) models.push(promptAndDelayedUptake(physicalRate));
  if (points >= 6) models.push(triExponential(physicalRate));
  return models;
}

function candidate(model: CurveModel, samples: readonly WeightedSample[]): Candidate[] {
  const fitted = fitCurveModel(model, samples);
  const [, ...ratios] = fitted.onEdge;
  const collapsed = fitted.terms.some(({ amplitude }) => amplitude === 0) || ratios.includes('high');
  const unseparated = TWO_CLEARANCE_PHASES.has(model.model) && ratios.includes('low');
  const fit = collapsed || unseparated ? null : linearizeFit(fitted, samples);
  if (!fit || largestUncertainty(fit, RATES) > LARGEST_RATE_UNCERTAINTY) return [];
  const title =
    model.setFastRate === null
      ? model.model
      : `${model.model} with its fast half-life set to ${(Math.LN2 / model.setFastRate / 3600).toFixed(1)} h`;
  return [{ fit, criterion: akaikeCriterion(fitted.chiSquare, model.parameters.length), title }];
}

function lowest(candidates: readonly Candidate[], first: Candidate): Candidate {
  return candidates.reduce((best, entry) => (entry.criterion < best.criterion ? entry : best), first);
}

function reasonFor(chosen: Candidate, compared: readonly Candidate[], points: number): string {
  if (points === 2) return 'Two scans decide one exponential.';
  const scored = ({ title, criterion }: Candidate): string => `${title} (${criterion.toFixed(1)})`;
  const others = compared.filter(entry => entry !== chosen).map(scored);
  const lowest = `Of the models that ${String(points)} scans allow this one has the lowest Akaike criterion, chi-square + 2 K: ${scored(chosen)}`;
  if (others.length === 0) return `${lowest}; no other model is decided by these points.`;
  return `${lowest}, against ${others.join(' and ')}. The integral is the mean of them by Akaike weight.`;
}

/** The largest relative standard uncertainty of the parameters that `counts` lets through. */
function largestUncertainty({ fitted, parameters, covariance }: LinearizedFit, counts: (parameter: CurveParameter) => boolean): number {
  const relative = parameters.map((parameter, index) => {
    const deviation = Math.sqrt(covariance[index * (parameters.length + 1)] ?? Infinity);
    return counts(parameter) ? deviation / Math.abs(parameterValue(fitted.terms, parameter)) : 0;
  });
  return Math.max(...relative);
}
