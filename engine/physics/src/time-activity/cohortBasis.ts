import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import type { Cohort } from '../priors/cohort.js';
import { isOfRegion } from '../priors/isOfRegion.js';
import { sameRadiopharmaceutical } from '../priors/sameRadiopharmaceutical.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { second } from '../quantities/quantity.js';
import type { CohortBasis } from '../record/cycleVerification.js';
import { meanAndDeviation } from './meanAndDeviation.js';

/**
 * The cohort of the site for one scan of a region (rule T20): of those for the radiopharmaceutical and the region, the one of most patients; null where there is none.
 *
 * Its half-life is that of the members' slowest phases, a lognormal widened for the few that they are. It says what the cohort is like; the integral follows the curves themselves.
 */
export function cohortBasis(cohorts: readonly Cohort[], radiopharmaceutical: string, region: string): CohortBasis | null {
  const [cohort] = cohorts
    .filter(other => isOfRegion(other, region) && sameRadiopharmaceutical(other.radiopharmaceutical, radiopharmaceutical))
    .sort((a, b) => b.members.length - a.members.length);
  if (!cohort) return null;
  const { id, members, firstScan, source, confirmed } = cohort;
  const { mean, standardDeviation } = meanAndDeviation(
    members.map(({ terms }) => log(Math.LN2 / Math.min(...terms.map(({ rate }) => rate)))),
  );
  const median = second(exp(mean));
  const spread = median * standardDeviation * Math.sqrt(1 + 1 / members.length);
  return {
    method: 'cohort',
    source: `${id}, ${String(members.length)} patients (${source})`,
    confirmed,
    halfLife: makeEstimate(median, [{ source: 'half-life prior', key: `cohort:${id}`, standardUncertainty: spread }], {
      distribution: 'lognormal',
      degreesOfFreedom: members.length - 1,
    }),
    cohort: { id, members, firstScan },
  };
}
