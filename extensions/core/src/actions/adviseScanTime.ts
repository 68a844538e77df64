import type { CourseContext } from './courseContext.js';
import { sayNotInRecord } from './sayNotInRecord.js';
import { withProgress } from './withProgress.js';

/** Asks when a single scan of the next cycle would say most, for every region. */
export async function adviseScanTime(context: CourseContext): Promise<void> {
  const { store, session } = context;
  const { engine } = session;
  const { cycle, phase } = store.getSnapshot();
  if (phase !== 'open' || !engine) return;
  const advice = await withProgress(context, { step: 'time-activity', label: 'Best time of one scan' }, () => engine.scanTimeAdvice(cycle));
  if (advice) store.update({ scanReview: { ...store.getSnapshot().scanReview, advice } });
  else sayNotInRecord(context, 'the half-lives that the best time needs');
}
