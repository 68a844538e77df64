import { exp } from '../numerics/exp.js';
import type { Contribution, Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import type { ModelChoice } from './chooseModel.js';
import { biExponentialOfSetFastRate, LATEST_SIGHT_OF_FAST_PHASE } from './curveModels.js';
import type { CurveTerm, TermDerivatives } from './curveParameters.js';
import { fitCurveModel } from './fitCurveModel.js';
import type { WeightedSample } from './weightedSamples.js';

/** A quantity that follows from the terms of a curve. */
export interface CurveQuantity<Q extends number> {
  readonly of: (terms: readonly CurveTerm[]) => Q;
  readonly derivatives: TermDerivatives;
  /** What an uptake or fast phase that no scan saw might add or take, as a standard uncertainty; left out where it does not matter. */
  readonly unseenStart?: (terms: readonly CurveTerm[]) => number;
}

/** The set fast rate is believed within this factor either way. */
const FAST_RATE_FACTOR = 1.7;

/**
 * A quantity of the chosen curve with its uncertainty (rule T6). Every contribution of every point enters with the sensitivity of the quantity to
 * that point, so shared keys (calibration, volume) add as one variable. One contribution `fit` holds the rest in quadrature: the repeatability, what
 * the points scatter beyond their uncertainties (Birge ratio), what a set fast rate or a late first scan leaves open, and the spread between the models
 * by Akaike weight.
 */
export function curveEstimate<Q extends number>(
  quantity: CurveQuantity<Q>,
  choice: ModelChoice,
  samples: readonly WeightedSample[],
  physicalRate: number,
  key: string,
): Estimate<Q> {
  const { fit } = choice.chosen;
  const value = quantity.of(fit.fitted.terms);
  const sensitivities = fit.sensitivities(quantity.derivatives);
  const carried = samples.flatMap(({ contributions }, index) =>
    contributions.map(share => ({ ...share, standardUncertainty: share.standardUncertainty * (sensitivities[index] ?? 0) })),
  );
  const repeatability = samples.map((sample, index) => sample.repeatability * (sensitivities[index] ?? 0));
  const scatter = samples.map((sample, index) => sample.scatter * (sensitivities[index] ?? 0));
  const excess = Math.sqrt(scatterRatio(choice, samples.length) - 1) * Math.hypot(...scatter);
  const openStart = startIsUnseen(choice, samples) ? (quantity.unseenStart?.(fit.fitted.terms) ?? 0) : 0;
  const own = Math.hypot(
    ...repeatability,
    excess,
    openStart,
    setRateSpread(quantity, choice, samples, physicalRate),
    modelSpread(quantity, choice),
  );
  const fitShare: Contribution = { source: 'fit', key: `fit:${key}`, standardUncertainty: own };
  return makeEstimate(value, [...carried, fitShare]);
}

function startIsUnseen(choice: ModelChoice, samples: readonly WeightedSample[]): boolean {
  return (samples[0]?.seconds ?? 0) > LATEST_SIGHT_OF_FAST_PHASE && choice.chosen.fit.fitted.model.model === 'mono-exponential';
}

/** Chi-square per degree of freedom where it is above one, else one (Birge 1932, Phys. Rev. 40, 207). */
export function scatterRatio(choice: ModelChoice, points: number): number {
  const { fitted, parameters } = choice.chosen.fit;
  const freedom = points - parameters.length;
  return freedom > 0 ? Math.max(1, fitted.chiSquare / freedom) : 1;
}

function setRateSpread<Q extends number>(
  quantity: CurveQuantity<Q>,
  choice: ModelChoice,
  samples: readonly WeightedSample[],
  floor: number,
): number {
  const { model, terms } = choice.chosen.fit.fitted;
  const firstScan = samples[0]?.seconds ?? 0;
  if (model.setFastRate === null) return 0;
  const shifts = [FAST_RATE_FACTOR, 1 / FAST_RATE_FACTOR].map(factor => {
    const moved = biExponentialOfSetFastRate(floor, firstScan, factor);
    return moved ? Math.abs(quantity.of(fitCurveModel(moved, samples).terms) - quantity.of(terms)) : 0;
  });
  return Math.max(...shifts) / Math.sqrt(3);
}

/** The part between models of the unconditional variance: sum of w (q - q_chosen)^2 (Burnham and Anderson 2002, section 4.3). */
function modelSpread<Q extends number>(quantity: CurveQuantity<Q>, { chosen, compared }: ModelChoice): number {
  const value = quantity.of(chosen.fit.fitted.terms);
  const weights = compared.map(entry => exp((chosen.criterion - entry.criterion) / 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Math.hypot(
    ...compared.map((entry, index) => Math.sqrt((weights[index] ?? 0) / total) * (quantity.of(entry.fit.fitted.terms) - value)),
  );
}
