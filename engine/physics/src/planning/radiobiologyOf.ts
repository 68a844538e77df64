import { statedRadiobiology } from '../radiobiology/statedRadiobiology.js';
import { suggestedRadiobiology, type Radiobiology } from '../radiobiology/suggestedRadiobiology.js';
import type { PlanRequest } from '../record/cyclePlan.js';
import type { CourseRegion } from '../record/courseRegions.js';

/** The radiobiology of a region: what the request states of it or its kind, else what the last verification used, else the suggested one; or null. */
export function radiobiologyOf(
  region: string,
  { radiobiology = [] }: PlanRequest,
  verified: Pick<CourseRegion, 'radiobiology' | 'measuredAs'> | null,
): Radiobiology | null {
  return (
    statedRadiobiology(region, radiobiology) ?? (verified?.measuredAs === null ? verified.radiobiology : suggestedRadiobiology(region))
  );
}
