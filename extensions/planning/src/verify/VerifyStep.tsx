import { knownVerification, ReviewNote, useCourse } from '@graywise/extension-core';
import { ComparisonTable } from './ComparisonTable.js';

/** Was it what we expected? */
export function VerifyStep() {
  const { state } = useCourse();
  const comparisons = knownVerification(state).comparisons ?? [];
  const sources = [
    ...new Set(
      comparisons.map(
        ({ basis, source, confirmed }) =>
          `${basis === 'plan' ? 'From the plan' : 'From the population'}: ${source}${confirmed ? '' : ' (to be confirmed by the centre)'}`,
      ),
    ),
  ];
  return (
    <div className="gw-stack">
      <ComparisonTable />
      {sources.length > 0 && (
        <details>
          <summary>What was expected, and from where</summary>
          <ul className="gw-list">
            {sources.map(source => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </details>
      )}
      {comparisons.length > 0 && <ReviewNote />}
    </div>
  );
}
