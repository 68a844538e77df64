import type { CourseContext } from './courseContext.js';
import { openCourse } from './openCourse.js';

/** Opens the course anew from the archive, at the same cycle: for what was stored there meanwhile, such as drawn regions. */
export async function readAgain(context: CourseContext): Promise<void> {
  const { overview, cycle } = context.store.getSnapshot();
  const shown = overview?.cycles.find(one => one.cycle === cycle);
  const studies = (shown?.scans ?? []).map(scan => scan.emission.studyInstanceUid);
  await openCourse(context, studies);
}
