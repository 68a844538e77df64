import type { Contribution } from '../quantities/estimate.js';
import { uncorrectedShift } from '../quantities/uncorrectedShift.js';
import type { Candidate } from './chooseModel.js';
import { biExponentialOfSetFastRate } from './curveModels.js';
import type { CurveTerm, TermDerivatives } from './curveParameters.js';
import type { EarlyPhase } from './earlyPhase.js';
import { fitCurveModel } from './fitCurveModel.js';
import { unseenPhase } from './unseenPhase.js';
import type { WeightedSample } from './weightedSamples.js';

/** A quantity that follows from the terms of a curve. */
export interface CurveQuantity<Q extends number> {
  readonly of: (terms: readonly CurveTerm[]) => Q;
  readonly derivatives: TermDerivatives;
}

/** A quantity by one model: its value, what points and expectations bring to its uncertainty by their keys, and what the fit adds of its own. */
export interface ModelEstimate<Q extends number> {
  readonly value: Q;
  readonly carried: readonly Contribution[];
  readonly own: number;
  /** The part of `own` that is estimated from the scatter of the points, and the degrees of freedom it is estimated with. */
  readonly excess: number;
  readonly freedom: number;
}

/** What a curve is fitted under: the physical decay constant, 1/s, and what is assumed of hours that no scan shows. */
export interface CurveCircumstances {
  readonly physicalRate: number;
  readonly earlyPhase: EarlyPhase | null;
}

/** The set fast rate is believed within this factor either way. */
const FAST_RATE_FACTOR = 1.7;

/** A quantity and its uncertainty within one model, unseen hours counted (rule T6). */
export function modelEstimate<Q extends number>(
  quantity: CurveQuantity<Q>,
  { fit }: Candidate,
  samples: readonly WeightedSample[],
  { physicalRate, earlyPhase }: CurveCircumstances,
): ModelEstimate<Q> {
  const sensitivities = fit.sensitivities(quantity.derivatives);
  const times = (of: (sample: WeightedSample) => number): number =>
    Math.hypot(...samples.map((sample, index) => of(sample) * (sensitivities[index] ?? 0)));
  const unseen = unseenPhase({ ...quantity, ...fit.fitted, seconds: samples.map(({ seconds }) => seconds), sensitivities, earlyPhase });
  const measured = samples.flatMap(({ contributions }, index) =>
    contributions.map(share => ({ ...share, standardUncertainty: share.standardUncertainty * (sensitivities[index] ?? 0) })),
  );
  const freedom = samples.length - fit.parameters.length;
  const excess = Math.sqrt(scatterRatio(fit.fitted.chiSquare, freedom) - 1) * times(({ scatter }) => scatter);
  const own = Math.hypot(
    times(({ repeatability }) => repeatability),
    excess,
    unseen.deviation,
    setRateSpread(quantity, fit, samples, physicalRate),
  );
  const carried = [...measured, ...uncorrectedShift(unseen.shift)];
  return { value: quantity.of(fit.fitted.terms), carried, own, excess, freedom };
}

/** Chi-square per degree of freedom where it is above one, else one (Birge 1932, Phys. Rev. 40, 207). */
export function scatterRatio(chiSquare: number, freedom: number): number {
  return freedom > 0 ? Math.max(1, chiSquare / freedom) : 1;
}

function setRateSpread<Q extends number>(
  quantity: CurveQuantity<Q>,
  { fitted: { model, terms } }: Candidate['fit'],
  samples: readonly WeightedSample[],
  floor: number,
): number {
  if (model.setFastRate === null) return 0;
  const shifts = [FAST_RATE_FACTOR, 1 / FAST_RATE_FACTOR].map(factor => {
    const moved = biExponentialOfSetFastRate(floor, samples[0]?.seconds ?? 0, factor);
    return moved ? Math.abs(quantity.of(fitCurveModel(moved, samples).terms) - quantity.of(terms)) : 0;
  });
  return Math.max(...shifts) / Math.sqrt(3);
}
