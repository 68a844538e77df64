import { choosePrior, populationRegions, shippedProtocols, type PlanRequest, type PopulationPrior } from '@graywise/physics';

/**
 * The regions that can be planned for before the first cycle: organs of the protocol and whatever else the site's or the shipped population values hold a
 * dose for, `lesion` for any lesion. An organ of the protocol without such a value is left out: no dose of it can be predicted.
 */
export function regionsOfPopulation(
  { radiopharmaceutical = '', protocol: id }: Pick<PlanRequest, 'radiopharmaceutical' | 'protocol'>,
  priors: readonly PopulationPrior[],
): readonly string[] {
  const organs = shippedProtocols().find(protocol => protocol.id === id)?.organs ?? [];
  const isHeld = (region: string): boolean =>
    choosePrior({ radiopharmaceutical, region, quantity: 'absorbed dose per activity' }, priors) !== null;
  return [...new Set([...organs, ...populationRegions(radiopharmaceutical, priors)])].filter(isHeld);
}
