import { STEPS, stepIndex, useCourse } from '@graywise/extension-core';

/** Run to the next decision; accept what is shown and continue. */
export function StepActions() {
  const { state, course } = useCourse();
  const busy = state.running !== null || state.phase !== 'open';
  const finished = STEPS.every(({ step }) => state.outcomes[step]?.status === 'done');
  const deciding = state.outcomes[state.step]?.status === 'needs a decision';
  const last = stepIndex(state.step) === STEPS.length - 1;
  return (
    <div className="gw-actions">
      <button
        type="button"
        className={finished ? 'gw-button' : 'gw-button gw-button-primary'}
        disabled={busy}
        title={finished ? undefined : 'Key R'}
        data-cy="gw-run"
        onClick={() => void (finished ? course.actions.runAgain() : course.actions.runToNextDecision())}
      >
        {finished ? 'Run again' : 'Run to the next decision'}
      </button>
      <button
        type="button"
        className="gw-button"
        disabled={busy || deciding || last}
        title="Key Enter"
        data-cy="gw-accept"
        onClick={() => void course.actions.acceptAndContinue()}
      >
        Accept and continue
      </button>
    </div>
  );
}
