import type { CourseOverview } from '@graywise/course';
import { withShownColors } from '@graywise/extension-core';
import type { CycleVerification } from '@graywise/physics';

/** The verified cycles, in order, with their regions in the colours of the screen. */
export function verifiedCycles(overview: CourseOverview | null): readonly CycleVerification[] {
  return (overview?.cycles ?? []).flatMap(cycle => (cycle.verification ? [withShownColors(cycle.verification)] : []));
}
