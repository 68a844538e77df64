import type { CourseContext } from './courseContext.js';
import { runToNextDecision } from './runToNextDecision.js';

/** Forgets what the steps found and what was answered, and runs them anew. The record in the archive stays until another is signed. */
export async function runAgain(context: CourseContext): Promise<void> {
  const { phase, running } = context.store.getSnapshot();
  if (phase !== 'open' || running) return;
  context.store.update({ outcomes: {}, answers: [], stored: false, step: 'calibrate', explained: null });
  await runToNextDecision(context);
}
