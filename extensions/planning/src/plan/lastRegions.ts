import type { CourseOverview } from '@graywise/course';
import { courseRegions, type CourseRegion } from '@graywise/physics';
import { verifiedCycles } from './verifiedCycles.js';

/** The regions of the last verified cycle that have a dose, drawn or measured without images; none before the first. */
export function lastRegions(overview: CourseOverview | null): readonly CourseRegion[] {
  return courseRegions(verifiedCycles(overview).at(-1) ?? {});
}
