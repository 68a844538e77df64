import type { CourseContext } from './courseContext.js';
import { sayNotInRecord } from './sayNotInRecord.js';
import { withProgress } from './withProgress.js';

/** A standard deviation from n trials is known to 1 / √(2 n): from so many to 2 %. */
const SAMPLES = 1000;

/** Makes the budgets of all doses again by drawing what is uncertain at random, to set beside the propagated ones. */
export async function checkUncertainty(context: CourseContext): Promise<void> {
  const { store, session } = context;
  const { engine } = session;
  const { cycle, phase } = store.getSnapshot();
  if (phase !== 'open' || !engine) return;
  const checks = await withProgress(context, { step: 'dose', label: 'Uncertainty by Monte Carlo' }, options =>
    engine.checkUncertainty(cycle, SAMPLES, options),
  );
  if (checks) store.update({ budgetReview: { ...store.getSnapshot().budgetReview, checks } });
  else sayNotInRecord(context, 'the activities that a check of the budget needs');
}
