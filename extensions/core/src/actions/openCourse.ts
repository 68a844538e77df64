import { CLOSED_COURSE } from '../state/courseState.js';
import { cycleOfStudies } from '../state/cycleOfStudies.js';
import type { CourseContext } from './courseContext.js';
import { importCourse } from './importCourse.js';
import { showOverview } from './showOverview.js';
import { withProgress } from './withProgress.js';

/** Reads all of the patient's studies into the engine and shows the cycle of the opened ones, restored where a record is stored. */
export async function openCourse(context: CourseContext, studyUids: readonly string[]): Promise<void> {
  const { store, archive, session } = context;
  const [firstStudy] = studyUids;
  if (firstStudy === undefined) return;
  session.engine?.dispose();
  const engine = context.openEngine();
  session.engine = engine;
  store.update({ ...CLOSED_COURSE, phase: 'opening' });
  const overview = await withProgress(context, { step: 'archive', label: 'Looking into the archive' }, async options => {
    const patientId = await archive.patientOfStudy(firstStudy);
    const onProgress = (fraction: number, label: string): void =>
      store.update({ running: { step: 'archive', label, fraction, startedAt: store.getSnapshot().running?.startedAt ?? Date.now() } });
    const files = await archive.retrievePatient(patientId, { signal: options.signal, onProgress });
    return importCourse(context, engine, files, options);
  });
  store.update(overview ? showOverview(overview, cycleOfStudies(overview, studyUids)) : { phase: 'refused' });
}
