import type { Progress, RunOptions } from '@graywise/course';
import type { Running } from '../state/courseState.js';
import type { CourseContext } from './courseContext.js';
import { toRefusal } from './toRefusal.js';

/**
 * Does long work with a progress bar and a Cancel; null when it was refused or cancelled, and then the state says why.
 *
 * Only one piece of work runs at a time: what is asked meanwhile is not begun.
 */
export async function withProgress<T>(
  context: CourseContext,
  first: Pick<Running, 'step' | 'label'>,
  work: (options: Required<RunOptions>) => Promise<T>,
): Promise<T | null> {
  const { store, session } = context;
  if (session.abort) return null;
  const abort = new AbortController();
  session.abort = abort;
  store.update({ refusal: null, running: { ...first, fraction: 0, startedAt: Date.now() } });
  try {
    return await work({ signal: abort.signal, onProgress: progress => showProgress(context, progress) });
  } catch (fault) {
    store.update({ refusal: toRefusal(fault) });
    return null;
  } finally {
    session.abort = null;
    store.update({ running: null });
  }
}

/** A new stage starts its own clock, so that the time left is that of the stage. */
function showProgress({ store }: CourseContext, progress: Progress): void {
  const before = store.getSnapshot().running;
  const startedAt = before && before.step === progress.step && progress.fraction >= before.fraction ? before.startedAt : Date.now();
  store.update({ running: { step: progress.step, label: progress.label, fraction: progress.fraction, startedAt } });
}
