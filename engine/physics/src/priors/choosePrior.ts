import type { PopulationPrior, PriorImaging } from './populationPrior.js';
import { POPULATION_PRIORS } from './generated/populationPriors.js';
import { isOfRegion } from './isOfRegion.js';
import { sameRadiopharmaceutical } from './sameRadiopharmaceutical.js';

/** What a prior is wanted for. `region` as the regions of a verification are named: 'lesion-3' is a lesion. */
export interface WantedPrior {
  readonly radiopharmaceutical: string;
  readonly region: string;
  readonly quantity: PopulationPrior['quantity'];
}

/** Fewer patients than this stand behind those of more, whatever else is better. Suggested. */
const ENOUGH_PATIENTS = 10;
/** What separates an organ from what lies before and behind it. */
const SEPARATING: readonly PriorImaging[] = ['SPECT', 'planar with SPECT'];

/**
 * The prior that is used for a region (rule K3), or null when neither the site nor the tables have one.
 *
 * A site's own before a shipped one. Among several: ten patients or more before fewer (or not stated); SPECT, alone or with planar images, before planar
 * alone and not stated; read before recalled before assumed; then the one of more patients; then the wider one; then the first in the list.
 */
export function choosePrior(wanted: WantedPrior, sitePriors: readonly PopulationPrior[] = []): PopulationPrior | null {
  const best = (priors: readonly PopulationPrior[]): PopulationPrior | null => {
    const [first, ...others] = priors.filter(prior => prior.setAside === undefined && isFor(prior, wanted));
    return first ? others.reduce((leader, prior) => (order(prior, leader) < 0 ? prior : leader), first) : null;
  };
  return best(sitePriors) ?? best(POPULATION_PRIORS);
}

function isFor(prior: PopulationPrior, { radiopharmaceutical, region, quantity }: WantedPrior): boolean {
  return (
    prior.quantity === quantity && isOfRegion(prior, region) && sameRadiopharmaceutical(prior.radiopharmaceutical, radiopharmaceutical)
  );
}

/** Negative when `a` goes before `b`. */
function order(a: PopulationPrior, b: PopulationPrior): number {
  const by = (...ranks: readonly ((prior: PopulationPrior) => number)[]): number =>
    ranks.map(rank => rank(a) - rank(b)).find(difference => difference !== 0) ?? 0;
  return by(
    ({ n }) => ((n ?? 0) >= ENOUGH_PATIENTS ? 0 : 1),
    ({ imaging = 'not stated' }) => (SEPARATING.includes(imaging) ? 0 : 1),
    certaintyRank,
    ({ n }) => -(n ?? 0),
    ({ logDeviation }) => -logDeviation,
  );
}

function certaintyRank({ certainty }: PopulationPrior): number {
  if (certainty === 'assumption') return 2;
  return certainty === 'recalled' ? 1 : 0;
}
