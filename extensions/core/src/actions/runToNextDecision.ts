import { STEPS } from '../state/steps.js';
import type { CourseContext } from './courseContext.js';
import { runStep } from './runStep.js';

/** Runs every step that is not done yet, in order, until one needs a person; a clean patient arrives at Record. */
export async function runToNextDecision(context: CourseContext): Promise<void> {
  if (context.store.getSnapshot().phase !== 'open') return;
  for (const { step } of STEPS) {
    if (context.store.getSnapshot().outcomes[step]?.status === 'done') continue;
    if (!(await runStep(context, step))) return;
  }
  context.store.update({ step: 'record' });
}
