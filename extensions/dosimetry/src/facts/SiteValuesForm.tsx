import { RefusalNote, useCourse } from '@graywise/extension-core';
import { GraywiseError, type Facts } from '@graywise/physics';
import { FactsFileInput } from './FactsFileInput.js';
import { FactsForm } from './FactsForm.js';
import { joinedSiteValues, siteValueEntries, siteValuesOf, withSiteValues, type SiteValues } from './siteValues.js';
import { StoredFacts } from './StoredFacts.js';
import { useReadFiles } from './useReadFiles.js';

/** Population values and cohorts of the site's own patients, from files (docs/facts.md). What a file holds is shown before it is stored. */
export function SiteValuesForm() {
  const { state } = useCourse();
  const { read, fault, choose } = useReadFiles(valuesOf);
  const { overview } = state;
  if (!overview) return null;
  const joined = attempt(() => joinedSiteValues(read));
  const factsWith = (stored: Facts): Facts => {
    if (joined instanceof GraywiseError) throw joined;
    if (read.length === 0) throw new GraywiseError('GW_FACTS_INVALID', { expected: 'a file', where: 'the form', found: 'none' });
    return withSiteValues(stored, joined);
  };
  const stored = siteValueEntries(overview.facts);
  const found = joined instanceof GraywiseError ? [] : siteValueEntries(joined);
  const refusal = fault ?? (joined instanceof GraywiseError ? joined : null);
  return (
    <FactsForm factsWith={factsWith} dataCy="gw-store-site-values">
      <StoredFacts none="Nothing of the site's own is stored; the values that Graywise brings are used." entries={stored} />
      <FactsFileInput
        label="Files with priors and cohorts, JSON"
        accept=".json,application/json"
        dataCy="gw-site-files"
        onChoose={choose}
      />
      {refusal && <RefusalNote refusal={refusal} />}
      {found.length > 0 && (
        <>
          <p className="gw-quiet">In these files:</p>
          <ul className="gw-list" data-cy="gw-site-values">
            {found.map(({ key, words }) => (
              <li key={key}>
                {words}
                {stored.some(other => other.key === key) && ' (in place of what is stored)'}
              </li>
            ))}
          </ul>
        </>
      )}
    </FactsForm>
  );
}

function attempt(join: () => SiteValues): SiteValues | GraywiseError {
  try {
    return join();
  } catch (fault) {
    if (fault instanceof GraywiseError) return fault;
    throw fault;
  }
}

async function valuesOf(file: File): Promise<SiteValues> {
  const text = await file.text().catch(() => {
    throw new GraywiseError('GW_FACTS_INVALID', { expected: 'a readable file', where: file.name, found: 'none' });
  });
  return siteValuesOf(text, file.name);
}
