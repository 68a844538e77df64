import { parseFacts } from '@graywise/dicom';
import { GraywiseError, type Cohort, type Facts, type PopulationPrior } from '@graywise/physics';

/** Population values and cohorts of the site (docs/facts.md); an empty list: the file holds none of that kind. */
export interface SiteValues {
  readonly priors: readonly PopulationPrior[];
  readonly cohorts: readonly Cohort[];
}

const FIELDS = ['priors', 'cohorts'];

/**
 * Reads a file of the site: the fields `priors` and `cohorts` of a facts file. Throws GW_FACTS_INVALID for one that is none, or holds facts of a patient,
 * which have forms of their own; GW_PRIOR_REFUSED for values that cannot be.
 */
export function siteValuesOf(text: string, name: string): SiteValues {
  const json = parseJson(text, name);
  const { priors = [], cohorts = [], ...others } = parseFacts(json);
  if (priors.length + cohorts.length === 0) refuse(name, FIELDS.join(' or '), 'neither');
  const ofPatient = Object.keys(json as object).filter(field => field in others || field === 'huToDensity_g_per_mL');
  if (ofPatient.length > 0) refuse(name, `${FIELDS.join(' and ')} alone`, ofPatient.join(', '));
  return { priors, cohorts };
}

/** What several files hold together. Throws GW_FACTS_INVALID where two of them hold population values, or a cohort of one name. */
export function joinedSiteValues(files: readonly SiteValues[]): SiteValues {
  if (files.filter(({ priors }) => priors.length > 0).length > 1) refuse('the files', 'population values in one file', 'several');
  const cohorts = files.flatMap(file => file.cohorts);
  const twice = cohorts.find(({ id }, index) => cohorts.findIndex(other => other.id === id) < index);
  if (twice) refuse('the files', 'cohorts of different names', twice.id);
  return { priors: files.flatMap(({ priors }) => priors), cohorts };
}

/** Facts with the values of the site: its list of population values is replaced as a whole, cohorts by their name. */
export function withSiteValues(facts: Facts, { priors, cohorts }: SiteValues): Facts {
  const replaced = new Set(cohorts.map(({ id }) => id));
  return {
    ...facts,
    ...(priors.length > 0 && { priors }),
    ...(cohorts.length > 0 && { cohorts: [...(facts.cohorts ?? []).filter(({ id }) => !replaced.has(id)), ...cohorts] }),
  };
}

/** What of the site's stands in facts, in words, with the facts that lack it. `key` is the same for what would take its place. */
export function siteValueEntries({ priors = [], cohorts = [] }: Pick<Facts, 'priors' | 'cohorts'>): {
  readonly key: string;
  readonly words: string;
  readonly without: (facts: Facts) => Facts;
}[] {
  const ofPriors = {
    key: 'priors',
    words: `Population values, version ${priors[0]?.version ?? ''}: ${priors.map(({ id }) => id).join(', ')}`,
    without: (facts: Facts): Facts => ({ ...facts, priors: [] }),
  };
  const ofCohorts = cohorts.map(({ id, radiopharmaceutical, regions, members }) => ({
    key: `cohort ${id}`,
    words: `Cohort ${id}: ${String(members.length)} patients of ${radiopharmaceutical}, ${regions.join(', ')}`,
    without: (facts: Facts): Facts => ({ ...facts, cohorts: (facts.cohorts ?? []).filter(other => other.id !== id) }),
  }));
  return [...(priors.length > 0 ? [ofPriors] : []), ...ofCohorts];
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(name, 'JSON', 'something else');
  }
}

function refuse(where: string, expected: string, found: string): never {
  throw new GraywiseError('GW_FACTS_INVALID', { where, expected, found });
}
