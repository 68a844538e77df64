import type { SweepPoint } from '@graywise/extension-core';
import type { CycleVerification } from '@graywise/physics';
import { lookOf, type WindowPoint } from './drawWindow.js';

/** The chance, in %, that each organ passes its limit, at every activity of the sweep. */
export function riskPoints(sweep: readonly SweepPoint[], regions: CycleVerification['regions']): readonly WindowPoint[] {
  return sweep.flatMap(({ activity, predictions }) =>
    predictions.flatMap(({ name, limit, probabilityOverLimit }) =>
      limit && probabilityOverLimit !== null
        ? [{ gigabecquerel: activity / 1e9, value: 100 * probabilityOverLimit, ...lookOf(name, regions) }]
        : [],
    ),
  );
}
