import type { SingleScanChoice } from '@graywise/course';
import type { CourseContext } from './courseContext.js';
import { sayNotInRecord } from './sayNotInRecord.js';
import { withProgress } from './withProgress.js';

/** What some scans of the cycle alone would have said, beside all of them. Nothing of the cycle changes. */
export async function compareScans(context: CourseContext, timePoints: readonly number[], choice: SingleScanChoice): Promise<void> {
  const { store, session } = context;
  const { engine } = session;
  const { cycle, phase } = store.getSnapshot();
  if (phase !== 'open' || !engine || timePoints.length === 0) return;
  const comparison = await withProgress(context, { step: 'time-activity', label: 'With fewer scans' }, options =>
    engine.compareScans(cycle, timePoints, choice, options),
  );
  if (comparison) store.update({ scanReview: { ...store.getSnapshot().scanReview, comparison } });
  else sayNotInRecord(context, 'the curves that a choice of scans needs');
}
