import { POPULATION_PRIORS } from './generated/populationPriors.js';
import type { PopulationPrior } from './populationPrior.js';
import { sameRadiopharmaceutical } from './sameRadiopharmaceutical.js';

/**
 * The regions whose absorbed dose per activity of a radiopharmaceutical the site or the shipped tables hold, each by its first name, `lesion` for lesions of
 * any number; in the order of the lists, the site's first. Empty where they hold none.
 */
export function populationRegions(radiopharmaceutical: string, sitePriors: readonly PopulationPrior[] = []): readonly string[] {
  const fitting = [...sitePriors, ...POPULATION_PRIORS].filter(
    prior =>
      prior.quantity === 'absorbed dose per activity' &&
      prior.setAside === undefined &&
      sameRadiopharmaceutical(prior.radiopharmaceutical, radiopharmaceutical),
  );
  return [...new Set(fitting.flatMap(({ regions }) => regions[0] ?? []))];
}
