import type { CourseOverview } from '@graywise/course';
import type { CourseState } from '../state/courseState.js';
import { NO_PLANNING } from '../state/courseState.js';
import { NO_BUDGET_REVIEW } from '../state/budgetReview.js';
import { NO_DOSE_REVIEW } from '../state/doseReview.js';
import { NO_SCAN_REVIEW } from '../state/scanReview.js';
import { restoredOutcomes } from '../state/restoredOutcomes.js';

/** The state that shows a cycle of a course as it stands in the archive. */
export function showOverview(overview: CourseOverview, cycleNumber: number): Partial<CourseState> {
  const cycle = overview.cycles.find(one => one.cycle === cycleNumber);
  const verification = cycle?.verification ?? null;
  const regions = verification?.regions ?? [];
  return {
    phase: 'open',
    overview,
    cycle: cycleNumber,
    outcomes: verification ? restoredOutcomes(verification) : {},
    answers: [],
    stored: verification !== null,
    step: verification ? 'record' : 'calibrate',
    timePoint: 1,
    region: (regions.find(region => region.name === 'kidneys') ?? regions[0])?.name ?? null,
    explained: null,
    doseReview: NO_DOSE_REVIEW,
    scanReview: NO_SCAN_REVIEW,
    budgetReview: NO_BUDGET_REVIEW,
    place: null,
    planning: { ...NO_PLANNING, signed: overview.cycles.findLast(one => one.plan !== null)?.plan ?? null },
  };
}
