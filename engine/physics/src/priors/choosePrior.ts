import type { PopulationPrior, PriorImaging } from './populationPrior.js';
import { POPULATION_PRIORS } from './generated/populationPriors.js';
import { sameRadiopharmaceutical } from './sameRadiopharmaceutical.js';

/** What a prior is wanted for. `region` as the regions of a verification are named: 'lesion-3' is a lesion. */
export interface WantedPrior {
  readonly radiopharmaceutical: string;
  readonly region: string;
  readonly quantity: PopulationPrior['quantity'];
}

const IMAGING: readonly PriorImaging[] = ['SPECT', 'planar with SPECT', 'planar', 'not stated'];

/**
 * The prior that is used for a region (rule K3), or null when neither the site nor the tables have one.
 *
 * A site's own before a shipped one. Among several: SPECT before planar with SPECT before planar and not stated; read before recalled before assumed;
 * then the one of more patients; then the wider one; then the first in the list.
 */
export function choosePrior(wanted: WantedPrior, sitePriors: readonly PopulationPrior[] = []): PopulationPrior | null {
  const best = (priors: readonly PopulationPrior[]): PopulationPrior | null => {
    const [first, ...others] = priors.filter(prior => prior.setAside === undefined && isFor(prior, wanted));
    return first ? others.reduce((leader, prior) => (order(prior, leader) < 0 ? prior : leader), first) : null;
  };
  return best(sitePriors) ?? best(POPULATION_PRIORS);
}

function isFor(prior: PopulationPrior, { radiopharmaceutical, region, quantity }: WantedPrior): boolean {
  const name = region.replace(/^lesion-\d+$/, 'lesion');
  return (
    prior.quantity === quantity && prior.regions.includes(name) && sameRadiopharmaceutical(prior.radiopharmaceutical, radiopharmaceutical)
  );
}

/** Negative when `a` goes before `b`. */
function order(a: PopulationPrior, b: PopulationPrior): number {
  return (
    imagingRank(a) - imagingRank(b) || certaintyRank(a) - certaintyRank(b) || (b.n ?? 0) - (a.n ?? 0) || b.logDeviation - a.logDeviation
  );
}

/** Planar and not stated are alike: neither separates an organ from what lies before and behind it, as far as one knows. */
function imagingRank({ imaging = 'not stated' }: PopulationPrior): number {
  return Math.min(IMAGING.indexOf(imaging), IMAGING.indexOf('planar'));
}

function certaintyRank({ certainty }: PopulationPrior): number {
  if (certainty === 'assumption') return 2;
  return certainty === 'recalled' ? 1 : 0;
}
