import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { combineEstimates, type WeightedInput } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { grayPerBecquerel, type GrayPerBecquerel } from '../quantities/quantity.js';
import { relativeUncertainty } from '../quantities/relativeUncertainty.js';
import { cycleKey } from './cycleKey.js';
import { leastVarianceWeights } from './leastVarianceWeights.js';

/** The dose per activity of one verified cycle. */
export interface MeasuredDosePerActivity {
  readonly cycle: number;
  readonly perActivity: Estimate<GrayPerBecquerel>;
}

export interface DosePerActivityInput {
  /** Regions of one family deviate alike in one cycle. */
  readonly family: string;
  readonly measured: readonly MeasuredDosePerActivity[];
  /** Of the population for one more patient, Gy/Bq; null: the patient's cycles stand alone. */
  readonly prior: Estimate<GrayPerBecquerel> | null;
  /** Standard deviation of the logarithm from one cycle to the next. */
  readonly betweenCycle: number;
  /** Change of the logarithm per cycle; the result is that of cycle `cycle`. */
  readonly trend: number;
  readonly cycle: number;
}

export interface DosePerActivity {
  /** Median of the patient's own mean (of logarithms), lognormal, without the deviation that a coming cycle will have. */
  readonly estimate: Estimate<GrayPerBecquerel>;
  /** Weight of the population beside the patient's cycles, 0 to 1. */
  readonly priorWeight: number;
}

/**
 * The dose per activity of a patient from the population and the cycles measured (rule P2): the conjugate normal update in the logarithm.
 *
 * ln g_k = ln g + c_k + e_k, with ln g from the prior (deviation omega), c_k of cycle k (deviation sigma), e_k of the measurement, by keys that cycles may
 * share. The estimate is the combination of least variance, which is the posterior median; its contributions add to the posterior deviation and keep
 * their keys, so that it stays correlated with the doses delivered. Source: normal model with known variances, Gelman et al., Bayesian Data Analysis, 3rd
 * ed., 2.5; deviations between and within patients as in nonlinear mixed-effects models.
 *
 * Without prior the cycles alone; without cycles the prior alone. At least one of them is needed.
 */
export function dosePerActivity({ family, measured, prior, betweenCycle, trend, cycle }: DosePerActivityInput): DosePerActivity {
  const deviations = measured.map(({ cycle: at }) =>
    makeEstimate(1, [{ source: 'between-cycle variation', key: cycleKey(family, at), standardUncertainty: betweenCycle }]),
  );
  const observations = [
    ...measured.map(({ perActivity }, index) => [relative(perActivity), ...(deviations[index] ? [deviations[index]] : [])]),
    ...(prior ? [[relative(prior)]] : []),
  ];
  const weights = leastVarianceWeights(observations.map(parts => parts.flatMap(({ contributions }) => contributions)));
  const values = [
    ...measured.map(({ perActivity, cycle: at }) => perActivity.value * exp(trend * (cycle - at))),
    ...(prior ? [prior.value] : []),
  ];
  const reference = values[0] ?? NaN;
  const logMean = values.reduce((sum, value, index) => sum + (weights[index] ?? 0) * log(value / reference), 0);
  const median = grayPerBecquerel(reference * exp(logMean));
  const inputs = observations.flatMap((parts, index): WeightedInput[] =>
    parts.map(estimate => ({ estimate, sensitivity: (weights[index] ?? 0) * median })),
  );
  return {
    estimate: { ...combineEstimates(median, inputs), distribution: 'lognormal' },
    priorWeight: prior ? (weights.at(-1) ?? 0) : 0,
  };
}

/** An estimate as a factor of median 1. */
function relative(estimate: Estimate): Estimate {
  return {
    ...estimate,
    value: 1,
    standardUncertainty: relativeUncertainty(estimate),
    contributions: estimate.contributions.map(share => ({ ...share, standardUncertainty: share.standardUncertainty / estimate.value })),
  };
}
