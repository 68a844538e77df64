import type { CycleOverview } from '@graywise/course';
import type { CourseState } from './courseState.js';

/** The cycle on the screen, or null while nothing is open. */
export function currentCycle(state: Pick<CourseState, 'overview' | 'cycle'>): CycleOverview | null {
  return state.overview?.cycles.find(cycle => cycle.cycle === state.cycle) ?? null;
}
