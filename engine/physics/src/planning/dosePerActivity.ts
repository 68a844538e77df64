import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { grayPerBecquerel, type GrayPerBecquerel } from '../quantities/quantity.js';
import { relativeUncertainty } from '../quantities/relativeUncertainty.js';
import { BETWEEN_CYCLE_LOG_DEVIATION } from './betweenCycleVariation.js';

/**
 * The dose per activity to expect of the cycles to come, Gy/Bq, lognormal (rule P2): the mean of the logarithms of the measured ones, each weighted
 * with 1 / (u^2 + s^2), u its relative uncertainty and s the between-cycle deviation. The value is the median. One measured cycle is taken as it is.
 *
 * Its uncertainty holds what the measurements share and do not share, and s once more for the cycles to come, the same for all of them.
 */
export function dosePerActivity(region: string, measured: readonly Estimate<GrayPerBecquerel>[]): Estimate<GrayPerBecquerel> {
  const weights = measured.map(value => 1 / (relativeUncertainty(value) ** 2 + BETWEEN_CYCLE_LOG_DEVIATION ** 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = (index: number): number => (weights[index] ?? 0) / total;
  const reference = measured[0]?.value ?? NaN;
  const logMean = measured.reduce((sum, { value }, index) => sum + share(index) * log(value / reference), 0);
  const median = grayPerBecquerel(reference * exp(logMean));
  const variation = makeEstimate(1, [
    { source: 'between-cycle variation', key: `between-cycle:${region}`, standardUncertainty: BETWEEN_CYCLE_LOG_DEVIATION },
  ]);
  const inputs = measured.map((estimate, index) => ({ estimate, sensitivity: (share(index) * median) / estimate.value }));
  return {
    ...combineEstimates(median, [...inputs, { estimate: variation, sensitivity: median }]),
    distribution: 'lognormal',
  };
}
