import type { DecisionAnswer } from '@graywise/course';
import { knownVerification } from '../state/knownVerification.js';
import type { CourseContext } from './courseContext.js';
import { runStep } from './runStep.js';

/** Keeps what a person says to a dose outside of what was expected, for the record, which is made anew; the screen stays at the step Verify. */
export async function commentOn(context: CourseContext, region: string, text: string): Promise<void> {
  const { store } = context;
  const { answers, phase, running, step } = store.getSnapshot();
  if (phase !== 'open' || running) return;
  const others = answers.filter(({ kind, subject }) => kind !== 'comment on dose' || subject !== region);
  const comment: DecisionAnswer = { kind: 'comment on dose', subject: region, reason: text.trim(), halfLifeHours: null };
  store.update({ answers: text.trim() === '' ? others : [...others, comment] });
  if (knownVerification(store.getSnapshot()).comparisons) await runStep(context, 'record');
  store.update({ step });
}
