import { assertPlausibleCohort, hours, type Cohort, type CohortMember } from '@graywise/physics';
import type { FactsReader } from './FactsReader.js';

/** Taken where a site does not say by when its patients were first imaged. Suggested. */
const LATEST_FIRST_SCAN_H = 12;

/**
 * The cohorts of a site (docs/facts.md, `cohorts`). A cohort of a site counts as confirmed by it unless it says otherwise.
 * Throws GW_FACTS_INVALID for what is missing or malformed, GW_PRIOR_REFUSED for what cannot be.
 */
export function statedCohorts(entry: FactsReader): Cohort[] {
  const cohorts = entry.list().map(statedCohort);
  const ids = cohorts.map(({ id }) => id);
  if (new Set(ids).size < ids.length) entry.refuse('cohorts with different ids', ids.join(', '));
  return cohorts;
}

function statedCohort(entry: FactsReader): Cohort {
  entry.object(['id', 'radiopharmaceutical', 'regions', 'patients', 'firstScan_h', 'source', 'confirmed']);
  const confirmed = entry.field('confirmed');
  const firstScan = entry.field('firstScan_h');
  const cohort: Cohort = {
    id: entry.field('id').text(),
    radiopharmaceutical: entry.field('radiopharmaceutical').text(),
    regions: entry
      .field('regions')
      .list()
      .map(region => region.text()),
    members: entry.field('patients').list().map(member),
    firstScan: hours(firstScan.isAbsent ? LATEST_FIRST_SCAN_H : firstScan.number('hours above 0', value => value > 0)),
    source: entry.field('source').text(),
    confirmed: confirmed.isAbsent || confirmed.boolean(),
  };
  assertPlausibleCohort(cohort);
  return cohort;
}

function member(entry: FactsReader): CohortMember {
  return {
    terms: entry.list().map(phase => {
      phase.object(['amplitude', 'halfLife_h']);
      return {
        amplitude: phase.field('amplitude').number('an amplitude, below zero for uptake', () => true),
        rate: Math.LN2 / hours(phase.field('halfLife_h').number('an effective half-life in h above 0', value => value > 0)),
      };
    }),
  };
}
