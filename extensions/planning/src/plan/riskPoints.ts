import type { ActivityPrediction, CourseRegion } from '@graywise/physics';
import { lookOf, type WindowPoint } from './drawWindow.js';

/** The chance, in %, that each organ passes its limit, and that any does, at every activity of the sweep. */
export function riskPoints(sweep: readonly ActivityPrediction[], regions: readonly CourseRegion[]): readonly WindowPoint[] {
  return sweep.flatMap(({ activity, predictions, jointRisk }) => {
    const gigabecquerel = activity / 1e9;
    const single = predictions.flatMap(({ name, limit, probabilityOverLimit }) =>
      limit && probabilityOverLimit !== null ? [{ gigabecquerel, value: 100 * probabilityOverLimit, ...lookOf(name, regions) }] : [],
    );
    // Of one limit the chance is that of any.
    if (jointRisk === null || single.length < 2) return single;
    return [...single, { gigabecquerel, value: 100 * jointRisk, label: 'Any limit', color: 'currentColor' }];
  });
}
