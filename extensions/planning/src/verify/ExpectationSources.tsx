import type { Comparison } from '@graywise/physics';

const BASES: Readonly<Record<Comparison['basis'], string>> = {
  plan: 'From the plan',
  population: 'From the population',
  'population and earlier cycles': 'From the population and the earlier cycles',
  'earlier cycles': 'From the earlier cycles',
};

/** What was expected, and from where: the publication, its number of patients and the version of the value, so that it can be found again. */
export function ExpectationSources({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const sources = [...new Set(comparisons.map(sourceOf))];
  if (sources.length === 0) return null;
  return (
    <details className="gw-details" data-cy="gw-expectation-sources">
      <summary>What was expected, and from where</summary>
      <ul className="gw-list">
        {sources.map(source => (
          <li key={source}>{source}</li>
        ))}
      </ul>
      <p className="gw-quiet">
        z is the distance of the delivered dose from the expected median, in standard uncertainties of both. The 95 % range holds 19 of 20
        patients.
      </p>
    </details>
  );
}

function sourceOf({ basis, source, confirmed, prior }: Comparison): string {
  const patients = prior && prior.n !== null ? `, ${String(prior.n)} patients` : '';
  const value = prior
    ? `; ${prior.origin === 'site' ? 'value of this site' : 'shipped value'} ${prior.id}, version ${prior.version}${patients}`
    : '';
  return `${BASES[basis]}: ${source}${value}${confirmed ? '' : ' (suggested, to be confirmed by the centre)'}`;
}
