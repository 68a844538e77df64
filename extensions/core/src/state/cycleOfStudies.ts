import type { CourseOverview } from '@graywise/course';

/** The cycle that the opened studies belong to; else the last cycle with scans; else the first. */
export function cycleOfStudies(overview: CourseOverview, studyUids: readonly string[]): number {
  const opened = overview.cycles.find(cycle => cycle.scans.some(scan => studyUids.includes(scan.emission.studyInstanceUid)));
  const last = overview.cycles.filter(cycle => cycle.scans.length > 0).at(-1);
  return opened?.cycle ?? last?.cycle ?? overview.cycles[0]?.cycle ?? 1;
}
