import { expectedDosePerActivity } from '../expectation/expectedDosePerActivity.js';
import type { PopulationPrior } from '../priors/populationPrior.js';
import type { Becquerel } from '../quantities/quantity.js';
import { expectedAtActivity } from './expectedAtActivity.js';
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
  const expected = expectedDosePerActivity({ region, radiopharmaceutical, history: [], sitePriors });
  return expected && expectedAtActivity(expected, administered);
}
