import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { relativeUncertainty } from '../quantities/relativeUncertainty.js';
import type { CycleVariation } from './cycleVariation.js';

/** A quantity of a region in one earlier cycle, such as its absorbed dose per activity. */
export interface EarlierCycle<Q extends number> {
  readonly cycle: number;
  readonly value: Estimate<Q>;
}

export interface CycleUpdate<Q extends number> {
  /** What the population lets expect, lognormal; null: nothing known, the patient's own cycles alone (one at least). */
  readonly prior: Estimate<Q> | null;
  readonly earlier: readonly EarlierCycle<Q>[];
  /** The cycle that is predicted, counted from 1. */
  readonly cycle: number;
  readonly variation: Pick<CycleVariation, 'betweenCycles' | 'trendPerCycle' | 'trendDeviation'>;
  readonly region: string;
}

/** The patient's level after the earlier cycles, and what to expect of the cycle predicted: both lognormal, values medians. */
export interface CyclePrediction<Q extends number> {
  readonly level: Estimate<Q>;
  readonly predicted: Estimate<Q>;
}

/**
 * What the earlier cycles of a patient make of what the population lets expect (rule V4): a normal update of the logarithm.
 *
 * ln g of cycle k = b + t (k - 1) + c_k, measured with u_k: b of the patient about the population's median with its deviation omega, t the trend with its
 * deviation, c_k independent with deviation sigma. Each measured cycle weighs 1 / (sigma^2 + u_k^2), the population 1 / omega^2; the weights are those of
 * the least-squares solution in b and t. Without a trend the level is the precision-weighted mean of the logarithms.
 *
 * Keys are kept: what the measured doses share (a calibration) stays shared, also with the dose that will be measured. sigma of the cycle to come is one
 * more contribution, `between-cycle:` and the region. Degrees of freedom follow Welch and Satterthwaite, so that few patients behind the population
 * matter less the more cycles were measured.
 */
export function updateByCycles<Q extends number>({ prior, earlier, cycle, variation, region }: CycleUpdate<Q>): CyclePrediction<Q> {
  const { betweenCycles, trendPerCycle, trendDeviation } = variation;
  const reference = prior?.value ?? earlier[0]?.value.value ?? (NaN as Q);
  const share = combinationFor(cycle, prior ? relativeUncertainty(prior) : Infinity, trendDeviation, earlier, betweenCycles);
  const logMedian = earlier.reduce(
    (sum, { value }, index) => sum + (share.cycles[index] ?? 0) * log(value.value / reference),
    share.trend * trendPerCycle,
  );
  const median = (reference * exp(logMedian)) as Q;
  const unit = (key: string, deviation: number): Estimate =>
    makeEstimate(1, [{ source: 'between-cycle variation', key, standardUncertainty: deviation }]);
  const inputs = [
    ...(prior ? [{ estimate: prior as Estimate, sensitivity: (share.level * median) / prior.value }] : []),
    ...(trendDeviation > 0 ? [{ estimate: unit(`trend:${region}`, trendDeviation), sensitivity: share.trend * median }] : []),
    ...earlier.flatMap(({ cycle: k, value }, index) => [
      { estimate: value, sensitivity: ((share.cycles[index] ?? 0) * median) / value.value },
      { estimate: unit(`between-cycle:${region}:${String(k)}`, betweenCycles), sensitivity: (share.cycles[index] ?? 0) * median },
    ]),
  ];
  const lognormal = (more: typeof inputs): Estimate<Q> => ({
    ...combineEstimates(median, [...inputs, ...more]),
    distribution: 'lognormal',
  });
  return {
    level: lognormal([]),
    predicted: lognormal([{ estimate: unit(`between-cycle:${region}`, betweenCycles), sensitivity: median }]),
  };
}

/** With what weights the population's level, its trend and each measured cycle enter the prediction. */
interface Combination {
  readonly level: number;
  readonly trend: number;
  readonly cycles: readonly number[];
}

/**
 * Normal equations of b and t, N = [[p0 + sum w, sum w x], [sum w x, q0 + sum w x^2]] with x = k - 1 and the precisions p0, q0 of population and trend. The
 * prediction b + t x_K is h . (p0 b0, q0 t0) + sum of w_k (h_b + h_t x_k) ln g_k, with N h = (1, x_K).
 */
function combinationFor(
  cycle: number,
  omega: number,
  trendDeviation: number,
  earlier: readonly EarlierCycle<number>[],
  sigma: number,
): Combination {
  const weights = earlier.map(({ value }) => 1 / (sigma ** 2 + relativeUncertainty(value) ** 2));
  const at = (cycleNumber: number): number => cycleNumber - 1;
  const levelPrecision = omega === Infinity ? 0 : 1 / omega ** 2;
  const sum = (termOf: (weight: number, x: number) => number): number =>
    earlier.reduce((total, entry, index) => total + termOf(weights[index] ?? 0, at(entry.cycle)), 0);
  const n11 = levelPrecision + sum(weight => weight);
  if (trendDeviation === 0) {
    const cycles = weights.map(weight => weight / n11);
    return { level: levelPrecision / n11, trend: at(cycle) - sum((weight, x) => weight * x) / n11, cycles };
  }
  const trendPrecision = 1 / trendDeviation ** 2;
  const n12 = sum((weight, x) => weight * x);
  const n22 = trendPrecision + sum((weight, x) => weight * x * x);
  const determinant = n11 * n22 - n12 * n12;
  const ofLevel = (n22 - n12 * at(cycle)) / determinant;
  const ofTrend = (n11 * at(cycle) - n12) / determinant;
  return {
    level: levelPrecision * ofLevel,
    trend: trendPrecision * ofTrend,
    cycles: earlier.map((entry, index) => (weights[index] ?? 0) * (ofLevel + ofTrend * at(entry.cycle))),
  };
}
