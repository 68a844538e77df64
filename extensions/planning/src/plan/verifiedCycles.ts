import type { CourseOverview } from '@graywise/course';
import type { CycleVerification } from '@graywise/physics';

/** The verified cycles, in order. */
export function verifiedCycles(overview: CourseOverview | null): readonly CycleVerification[] {
  return (overview?.cycles ?? []).flatMap(cycle => (cycle.verification ? [cycle.verification] : []));
}
