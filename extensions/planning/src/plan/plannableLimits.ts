import { courseRegions, type CycleVerification, type DoseLimit, type PlanRequest, type PopulationPrior } from '@graywise/physics';
import { regionsOfPopulation } from './regionsOfPopulation.js';

/**
 * The limits of a request that a plan can compute: on regions of the last verified cycle and those that may rest on the population; before the first cycle
 * on regions that the population has.
 */
export function plannableLimits(
  request: PlanRequest,
  last: CycleVerification | undefined,
  priors: readonly PopulationPrior[],
): readonly DoseLimit[] {
  if (last) {
    const names = courseRegions(last).map(region => region.name);
    return request.limits.filter(limit => names.includes(limit.region) || limit.populationAllowed === true);
  }
  const names = regionsOfPopulation(request, priors);
  return request.limits.filter(limit => names.includes(limit.region));
}
