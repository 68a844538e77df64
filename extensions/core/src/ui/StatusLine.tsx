import { ProgressBar } from './ProgressBar.js';
import { RefusalNote } from './RefusalNote.js';
import { useCourse } from './useCourse.js';

/** What is going on, or why it stopped. */
export function StatusLine() {
  const { state, course } = useCourse();
  return (
    <div aria-live="polite">
      {state.running && <ProgressBar running={state.running} onCancel={() => course.actions.cancel()} />}
      {state.refusal && <RefusalNote refusal={state.refusal} />}
    </div>
  );
}
