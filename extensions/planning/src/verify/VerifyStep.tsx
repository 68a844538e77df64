import { knownVerification, ReviewNote, useCourse } from '@graywise/extension-core';
import { CommentFields } from './CommentFields.js';
import { ComparisonTable } from './ComparisonTable.js';
import { ExpectationSources } from './ExpectationSources.js';
import { FindingCards } from './FindingCards.js';

/** Was it what we expected? */
export function VerifyStep() {
  const { state } = useCourse();
  const comparisons = knownVerification(state).comparisons ?? [];
  // Those outside stand beside their comments.
  const picked = comparisons.filter(({ region, verdict }) => region === state.region && verdict !== 'outside');
  return (
    <div className="gw-stack">
      <FindingCards />
      <ComparisonTable />
      {picked.map(({ sentence, basis }) => (
        <p key={basis} data-cy="gw-comparison-sentence">
          {sentence}
        </p>
      ))}
      <CommentFields />
      <ExpectationSources comparisons={comparisons} />
      {comparisons.length > 0 && <ReviewNote />}
    </div>
  );
}
