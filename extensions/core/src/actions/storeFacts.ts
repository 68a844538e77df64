import type { Facts } from '@graywise/physics';
import type { CourseContext } from './courseContext.js';
import { importCourse } from './importCourse.js';
import { showOverview } from './showOverview.js';
import { withProgress } from './withProgress.js';

/** Keeps facts from a form in the archive. The engine reads them first, so that facts which contradict the images are refused and not stored. */
export async function storeFacts(context: CourseContext, facts: Facts): Promise<void> {
  const { store, archive, session } = context;
  const { engine } = session;
  if (!engine) return;
  const before = session.files;
  const overview = await withProgress(context, { step: 'import', label: 'Checking the facts against the images' }, async options => {
    const object = await engine.factsObject(facts, context.now());
    const checked = await importCourse(context, engine, [...before, object], options);
    await archive.store([object], options.signal);
    return checked;
  });
  if (overview) {
    store.update(showOverview(overview, store.getSnapshot().cycle));
    context.notify('success', 'Facts stored', 'They are in the archive beside the images.');
    return;
  }
  session.files = before;
  await engine.importFiles(before, null);
}
