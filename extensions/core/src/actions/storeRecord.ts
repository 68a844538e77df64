import type { Signature } from '@graywise/course';
import type { CycleVerification } from '@graywise/physics';
import { knownVerification } from '../state/knownVerification.js';
import type { CourseContext } from './courseContext.js';
import { withProgress } from './withProgress.js';

/** Writes the record of the cycle and stores it, all or nothing. Only afterwards does the course count as verified. */
export async function storeRecord(context: CourseContext, signature: Signature): Promise<void> {
  const { store, archive, session } = context;
  const { engine } = session;
  if (!engine) return;
  const { cycle } = store.getSnapshot();
  const at = context.now();
  const objects = await withProgress(context, { step: 'archive', label: 'Storing the record' }, async ({ signal }) => {
    const written = await engine.recordObjects(cycle, at, signature);
    await archive.store(written, signal);
    return written;
  });
  if (!objects) return;
  session.files = [...session.files, ...objects];
  const { overview } = store.getSnapshot();
  const verification = { ...(knownVerification(store.getSnapshot()) as CycleVerification), signOff: { ...signature, at } };
  const cycles = overview?.cycles.map(one => (one.cycle === cycle ? { ...one, verification } : one)) ?? [];
  store.update({ stored: true, overview: overview && { ...overview, cycles } });
  context.notify('success', 'Verification stored', `${String(objects.length)} DICOM objects are in the archive.`);
}
