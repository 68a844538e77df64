import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import type { PopulationPrior } from './populationPrior.js';

const SI: Readonly<Record<PopulationPrior['unit'], number>> = { 'Gy/GBq': 1e-9, h: 3600 };

/**
 * What a prior lets expect of one more patient (rule K2), in Gy/Bq or s: lognormal, its value the median. Few patients widen it twice: the deviation of
 * the logarithm is sqrt(1 + 1/n) times that between them (the median is as uncertain as n patients leave it), and its quantiles are those of Student's t
 * with n - 1 degrees of freedom (the spread is too). Without n, as it stands, normal in the logarithm.
 *
 * One contribution, of key `prior:` and the id: whatever rests on the same prior is one random variable.
 */
export function predictiveEstimate(prior: PopulationPrior): Estimate {
  const median = prior.median * SI[prior.unit];
  const deviation = prior.logDeviation * (prior.n === null ? 1 : Math.sqrt(1 + 1 / prior.n));
  const spread = { source: 'population spread', key: `prior:${prior.id}`, standardUncertainty: median * deviation } as const;
  return makeEstimate(median, [spread], { distribution: 'lognormal', degreesOfFreedom: prior.n === null ? null : prior.n - 1 });
}
