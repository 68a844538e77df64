import type { Contribution } from '../quantities/estimate.js';
import { isUncorrectedShift } from '../quantities/uncorrectedShift.js';
import type { CurvePoint } from '../record/cycleVerification.js';

/** A point as the fit sees it: seconds, Bq, and the standard uncertainty (Bq) of what scatters from point to point. */
export interface WeightedSample {
  readonly seconds: number;
  readonly activity: number;
  readonly scatter: number;
  /** The part of `scatter` that no contribution names: how well a reconstruction repeats. */
  readonly repeatability: number;
  readonly contributions: readonly Contribution[];
}

/** No reconstruction and no outline repeats better than this share of the activity (rule T3). */
const REPEATABILITY = 0.01;
/** A point without activity still weighs something finite: this share of the largest point. */
const LEAST_SCATTER = 1e-4;

/**
 * Points in the order of time with the weights of the fit (rule T3): contributions whose key stands in every point (calibration, volume) and expectations do not
 * weight, the others do, joined in quadrature with a repeatability of 1 %.
 */
export function weightedSamples(points: readonly CurvePoint[]): WeightedSample[] {
  const largest = Math.max(...points.map(point => point.activity.value));
  const isShared = (share: Contribution): boolean =>
    isUncorrectedShift(share) || points.every(point => point.activity.contributions.some(({ key }) => key === share.key));
  return [...points]
    .sort((a, b) => a.afterAdministration - b.afterAdministration)
    .map(({ afterAdministration, activity }) => {
      const repeatability = Math.max(REPEATABILITY * activity.value, LEAST_SCATTER * largest);
      const named = activity.contributions.filter(share => points.length === 1 || !isShared(share));
      const scatter = Math.hypot(repeatability, ...named.map(share => share.standardUncertainty));
      return { seconds: afterAdministration, activity: activity.value, scatter, repeatability, contributions: activity.contributions };
    });
}
