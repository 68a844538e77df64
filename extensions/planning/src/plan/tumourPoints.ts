import type { ActivityPrediction, CourseRegion } from '@graywise/physics';
import { lookOf, type WindowPoint } from './drawWindow.js';

/** The dose over the whole course, Gy, of each lesion and every other region with a target, at every activity of the sweep. */
export function tumourPoints(sweep: readonly ActivityPrediction[], regions: readonly CourseRegion[]): readonly WindowPoint[] {
  return sweep.flatMap(({ activity, predictions }) =>
    predictions
      .filter(({ name, target }) => target !== null || name.startsWith('lesion'))
      .map(({ name, cumulative }) => ({ gigabecquerel: activity / 1e9, value: cumulative.value, ...lookOf(name, regions) })),
  );
}
