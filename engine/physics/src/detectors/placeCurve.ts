import { fitTimeActivity, type TimeActivityResult } from '../time-activity/fitTimeActivity.js';
import type { CurvePoint } from '../record/cycleVerification.js';
import { activityOfMask } from './activityOfMask.js';
import type { DetectorInput } from './detectorInput.js';

/** Activity at every scan in a mask, and its fitted curve; null for the curve where one scan alone cannot decide it. */
export interface PlaceCurve {
  readonly points: readonly CurvePoint[];
  readonly fitted: TimeActivityResult | null;
}

/** The time-activity curve of a place that is no region, as those of regions are made. */
export function placeCurve(input: DetectorInput, mask: Uint8Array, name: string): PlaceCurve {
  const points = input.scans.map((scan): CurvePoint => ({
    timePoint: scan.timePoint,
    afterAdministration: scan.afterAdministration,
    activity: activityOfMask(input, scan, mask, name),
  }));
  const isFittable = points.length > 1 && points.some(({ activity }) => activity.value > 0);
  const fitted = isFittable
    ? fitTimeActivity({
        points,
        physicalHalfLife: input.nuclide.halfLife,
        earlyPhase: null,
        where: name,
        key: `${String(input.cycle)}:${name}`,
      })
    : null;
  return { points, fitted };
}
