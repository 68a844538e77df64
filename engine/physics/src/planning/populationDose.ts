import { choosePrior } from '../priors/choosePrior.js';
import type { PopulationPrior } from '../priors/populationPrior.js';
import { predictiveEstimate } from '../priors/predictiveEstimate.js';
import { priorSource } from '../priors/priorSource.js';
import type { Estimate } from '../quantities/estimate.js';
import { grayPerBecquerel, type GrayPerBecquerel } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { PriorUsed } from '../record/cyclePlan.js';
import { isLesion } from './isLesion.js';

export interface PopulationDosePerActivity {
  /** Gy/Bq of one more patient, lognormal. */
  readonly estimate: Estimate<GrayPerBecquerel>;
  readonly reference: Omit<PriorUsed, 'region' | 'weight'>;
}

/**
 * What the population lets expect of a region's dose per activity, or null when it has no value. Organs of one prior are one random variable; lesions of
 * a patient differ from each other as those of different patients do (suggested: no publication was read that says how much less).
 */
export function populationDose(
  region: string,
  radiopharmaceutical: string,
  priors: readonly PopulationPrior[],
): PopulationDosePerActivity | null {
  const prior = choosePrior({ radiopharmaceutical, region, quantity: 'absorbed dose per activity' }, priors);
  if (!prior) return null;
  const estimate = scaleEstimate(predictiveEstimate(prior), 1, grayPerBecquerel);
  const contributions = isLesion(region)
    ? estimate.contributions.map(share => ({ ...share, key: `${share.key}:${region}` }))
    : estimate.contributions;
  return {
    estimate: { ...estimate, contributions },
    reference: { id: prior.id, version: prior.version, source: priorSource(prior), confirmed: prior.confirmed },
  };
}
