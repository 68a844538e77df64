import { currentCycle, knownVerification, type CourseState } from '@graywise/extension-core';

/** The series of the CT that everything is carried to: of the reference scan once it is chosen, before that of the first scan that has one. */
export function referenceCtSeries(state: CourseState): string | null {
  const scans = currentCycle(state)?.scans ?? [];
  const reference = knownVerification(state).referenceTimePoint;
  const chosen = scans.find(scan => scan.timePoint === reference)?.ct ?? scans.find(scan => scan.ct)?.ct;
  return chosen?.seriesInstanceUid ?? null;
}
