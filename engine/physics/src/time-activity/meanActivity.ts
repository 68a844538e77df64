import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import type { CurvePoint } from '../record/cycleVerification.js';

/** The mean of points that were measured at one time. */
export function meanActivity(points: readonly CurvePoint[]): Estimate {
  const inputs = points.map(({ activity }) => ({ estimate: activity, sensitivity: 1 / points.length }));
  return combineEstimates(points.reduce((sum, point) => sum + point.activity.value, 0) / points.length, inputs);
}
