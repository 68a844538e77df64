import { choosePrior } from '../priors/choosePrior.js';
import type { PopulationPrior } from '../priors/populationPrior.js';
import { predictiveEstimate } from '../priors/predictiveEstimate.js';
import { gray, type Becquerel } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { ExpectedDose } from './expectedDose.js';

/**
 * The absorbed dose a population lets expect in a region for an administered activity (rule V3), or null when neither the site nor the tables have one.
 * The source names the publication, its method and its number of patients.
 */
export function expectedRange(
  region: string,
  radiopharmaceutical: string,
  administered: Becquerel,
  sitePriors: readonly PopulationPrior[] = [],
): ExpectedDose | null {
  const prior = choosePrior({ radiopharmaceutical, region, quantity: 'absorbed dose per activity' }, sitePriors);
  if (!prior) return null;
  return {
    basis: 'population',
    dose: scaleEstimate(predictiveEstimate(prior), administered, gray),
    source: priorSource(prior),
    confirmed: prior.confirmed,
    prior: { id: prior.id, version: prior.version, n: prior.n, origin: prior.origin },
  };
}

/** Where a prior comes from, in a line: 'Willowson 2018, EJNMMI Phys 5:33 (SPECT/CT …), n = 18'. */
function priorSource({ source, method, n, origin }: PopulationPrior): string {
  const how = method === '' || method === 'not stated' ? '' : ` (${method})`;
  return `${origin === 'site' ? 'own values of the site: ' : ''}${source}${how}${n === null ? '' : `, n = ${String(n)}`}`;
}
