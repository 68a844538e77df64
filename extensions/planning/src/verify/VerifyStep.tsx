import { currentCycle, knownVerification, ReviewNote, useCourse, type CourseState } from '@graywise/extension-core';
import { verificationLevel, type ComputedLevel } from '@graywise/physics';
import { CommentFields } from './CommentFields.js';
import { ComparisonTable } from './ComparisonTable.js';
import { ExpectationSources } from './ExpectationSources.js';
import { FindingCards } from './FindingCards.js';

/** Was it what we expected? */
export function VerifyStep() {
  const { state } = useCourse();
  const comparisons = knownVerification(state).comparisons ?? [];
  const level = levelOf(state);
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
      {level && (
        <p className="gw-quiet" data-cy="gw-verification-level">
          EANM level {level.level}: {level.reason.replace(/^Level i+: /, '')}
        </p>
      )}
      <ExpectationSources comparisons={comparisons} />
      {comparisons.length > 0 && <ReviewNote />}
    </div>
  );
}

/** As it stands in the record, or as it will by the doses and the plan that are there. */
function levelOf(state: CourseState): ComputedLevel | null {
  const known = knownVerification(state);
  const { cycle, scans, regions, administered } = known;
  if (known.level) return known.level;
  if (cycle === undefined || !scans || !regions || !administered) return null;
  return verificationLevel({ cycle, scans, regions, administered }, currentCycle(state)?.plan ?? null);
}
