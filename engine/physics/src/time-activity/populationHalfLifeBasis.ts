import { log } from '../numerics/log.js';
import { choosePrior } from '../priors/choosePrior.js';
import type { PopulationPrior } from '../priors/populationPrior.js';
import { predictiveEstimate } from '../priors/predictiveEstimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { second, type Second } from '../quantities/quantity.js';
import type { HalfLifeBasis } from '../record/cycleVerification.js';

/** Whose half-life, in whom. */
export interface PopulationHalfLife {
  readonly radiopharmaceutical: string;
  readonly region: string;
  readonly physicalHalfLife: Second;
  readonly sitePriors?: readonly PopulationPrior[];
}

/** Without a population, an effective half-life is taken to lie between this share of the physical one and the physical one. Suggested. */
const LEAST_SHARE = 0.1;
/** Of a normal distribution: 95 % lie within. */
const COVERAGE = 1.96;

/**
 * The effective half-life of a population for a single scan (rule T19): the prior that is chosen for the region (rule K3), widened for the few patients
 * behind it. Where there is none, `known` is false and the half-life lies, to 95 %, between a tenth of the physical one and the physical one.
 */
export function populationHalfLifeBasis({ radiopharmaceutical, region, physicalHalfLife, sitePriors = [] }: PopulationHalfLife): {
  readonly basis: HalfLifeBasis;
  readonly known: boolean;
} {
  const prior = choosePrior({ radiopharmaceutical, region, quantity: 'effective half-life' }, sitePriors);
  if (!prior) return { basis: unknownHalfLife(region, physicalHalfLife), known: false };
  const { value, contributions, degreesOfFreedom } = predictiveEstimate(prior);
  const shares = contributions.map(share => ({ ...share, source: 'half-life prior' as const }));
  const spread = (100 * prior.logDeviation).toFixed(0);
  return {
    known: true,
    basis: {
      method: 'population',
      source: `${prior.median.toFixed(1)} h, ${spread} % between patients (${prior.source}; ${prior.certainty})`,
      confirmed: prior.confirmed,
      halfLife: makeEstimate(second(value), shares, { distribution: 'lognormal', degreesOfFreedom }),
    },
  };
}

function unknownHalfLife(region: string, physicalHalfLife: Second): HalfLifeBasis {
  const median = second(physicalHalfLife * Math.sqrt(LEAST_SHARE));
  const deviation = -log(LEAST_SHARE) / 2 / COVERAGE;
  const share = { source: 'half-life prior', key: `prior:unknown/${region}`, standardUncertainty: median * deviation } as const;
  const [low, high] = [LEAST_SHARE * physicalHalfLife, physicalHalfLife].map(limit => (limit / 3600).toFixed(0));
  return {
    method: 'population',
    source: `no population has one for this region, so anywhere from ${low ?? ''} to ${high ?? ''} h`,
    confirmed: false,
    halfLife: makeEstimate(median, [share], { distribution: 'lognormal' }),
  };
}
