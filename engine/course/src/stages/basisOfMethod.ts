import { cohortBasis, ownHalfLifeBasis, type SingleScanBasis, type SingleScanMethod } from '@graywise/physics';
import type { HalfLifeSources } from './halfLifeSources.js';
import { PAIRED_REGIONS } from './pairedRegions.js';
import { populationBasis } from './populationBasis.js';

/** Null where the method has nothing to rest on for this region. */
export function basisOfMethod(
  sources: HalfLifeSources,
  region: string,
  method: Exclude<SingleScanMethod, 'stated'>,
): SingleScanBasis | null {
  const pair = PAIRED_REGIONS.find(({ parts }) => parts.some(part => part === region));
  if (method === 'own') return ownHalfLifeBasis(sources.earlier, region, sources.cycle, pair?.name);
  if (method === 'cohort') {
    const basisFor = (name: string) => cohortBasis(sources.facts.cohorts ?? [], sources.radiopharmaceutical, name);
    return basisFor(region) ?? (pair ? basisFor(pair.name) : null);
  }
  const { basis, known } = populationBasis(sources, region);
  return known ? { ...basis, method } : null;
}
