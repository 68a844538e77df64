import { parseFacts } from '@graywise/dicom';
import { GraywiseError, type Cohort, type Facts, type PopulationPrior } from '@graywise/physics';

/** Population values and cohorts of the site (docs/facts.md); null: the file holds none of that kind. */
export interface SiteValues {
  readonly priors: readonly PopulationPrior[] | null;
  readonly cohorts: readonly Cohort[] | null;
}

const FIELDS = ['priors', 'cohorts'];

/**
 * Reads a file of the site: the fields `priors` and `cohorts` of a facts file. Throws GW_FACTS_INVALID for one that is none, or holds facts of a patient,
 * which have forms of their own; GW_PRIOR_REFUSED for values that cannot be.
 */
export function siteValuesOf(text: string, name: string): SiteValues {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new GraywiseError('GW_FACTS_INVALID', { where: name, expected: 'JSON', found: 'something else' });
  }
  const { priors = null, cohorts = null, ...others } = parseFacts(json);
  if (!priors && !cohorts) throw new GraywiseError('GW_FACTS_INVALID', { where: name, expected: FIELDS.join(' or '), found: 'neither' });
  const ofPatient = Object.entries(json as object).filter(([field]) => field in others || field === 'huToDensity_g_per_mL');
  if (ofPatient.length > 0)
    throw new GraywiseError('GW_FACTS_INVALID', {
      where: name,
      expected: `${FIELDS.join(' and ')} alone`,
      found: ofPatient.map(([field]) => field).join(', '),
    });
  return { priors, cohorts };
}

/** Facts with the values of the site: its list of population values is replaced as a whole, cohorts by their name. */
export function withSiteValues(facts: Facts, { priors, cohorts }: SiteValues): Facts {
  const replaced = new Set(cohorts?.map(({ id }) => id));
  return {
    ...facts,
    ...(priors && { priors }),
    ...(cohorts && { cohorts: [...(facts.cohorts ?? []).filter(({ id }) => !replaced.has(id)), ...cohorts] }),
  };
}

/** What of the site's stands in facts, in words, with the facts that lack it. */
export function siteValueEntries({ priors = [], cohorts = [] }: Pick<Facts, 'priors' | 'cohorts'>): {
  readonly words: string;
  readonly without: (facts: Facts) => Facts;
}[] {
  const ofPriors = {
    words: `Population values, version ${priors[0]?.version ?? ''}: ${priors.map(({ id }) => id).join(', ')}`,
    without: (facts: Facts): Facts => ({ ...facts, priors: [] }),
  };
  const ofCohorts = cohorts.map(({ id, radiopharmaceutical, regions, members }) => ({
    words: `Cohort ${id}: ${String(members.length)} patients of ${radiopharmaceutical}, ${regions.join(', ')}`,
    without: (facts: Facts): Facts => ({ ...facts, cohorts: (facts.cohorts ?? []).filter(other => other.id !== id) }),
  }));
  return [...(priors.length > 0 ? [ofPriors] : []), ...ofCohorts];
}
