import type { DoseEngineName, GammaCriteria } from '@graywise/physics';
import { doseEngineTitle } from '../format/doseEngineTitle.js';
import { comparedVoxels } from '../state/comparedVoxels.js';
import type { CourseContext } from './courseContext.js';
import { sayNotInRecord } from './sayNotInRecord.js';
import { withProgress } from './withProgress.js';

/** Computes the dose by a second engine and compares the two under these criteria; a second time with the same engine only compares. */
export async function compareDose(context: CourseContext, second: DoseEngineName, criteria: GammaCriteria): Promise<void> {
  const { store, session } = context;
  const { engine } = session;
  const { cycle, phase } = store.getSnapshot();
  if (phase !== 'open' || !engine) return;
  const label = `Second dose engine: ${doseEngineTitle(second)}`;
  const comparison = await withProgress(context, { step: 'dose', label }, options => engine.compareDose(cycle, second, criteria, options));
  if (!comparison) {
    sayNotInRecord(context, 'the activity that a second dose engine needs');
    return;
  }
  const { picture } = store.getSnapshot().doseReview;
  const shown = comparedVoxels(comparison) === null ? 'absorbed dose' : picture === 'absorbed dose' ? 'dose difference' : picture;
  store.update({ doseReview: { criteria, comparison, picture: shown } });
}
