import { populationHalfLifeBasis } from '@graywise/physics';
import type { HalfLifeSources } from './halfLifeSources.js';

/** The half-life of a population for a region of the cycle; a site's own values go before those shipped. */
export function populationBasis(
  { radiopharmaceutical, nuclide, facts }: HalfLifeSources,
  region: string,
): ReturnType<typeof populationHalfLifeBasis> {
  return populationHalfLifeBasis({ radiopharmaceutical, region, physicalHalfLife: nuclide.halfLife, sitePriors: facts.priors ?? [] });
}
