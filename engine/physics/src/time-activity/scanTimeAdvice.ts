import type { Estimate } from '../quantities/estimate.js';
import { second, type Second } from '../quantities/quantity.js';
import { integralDeviation } from './integralDeviation.js';
import { truncatedLogNormal } from './truncatedLogNormal.js';

/** When a single scan says most. */
export interface ScanTimeAdvice {
  /** Time after the administration at which the half-life leaves least open. */
  readonly best: Second;
  /** Relative standard uncertainty that the half-life alone leaves in the time-integrated activity then. */
  readonly leastUncertainty: number;
  /** First and last time at which it leaves at most `TOLERATED_UNCERTAINTY`; null where it never does. */
  readonly window: readonly [Second, Second] | null;
  /** The uncertainty at every time, evenly spaced. */
  readonly curve: readonly { readonly afterAdministration: Second; readonly relativeUncertainty: number }[];
}

/** What the half-life may leave open in a scan that is still called well timed. Suggested; the centre must confirm. */
export const TOLERATED_UNCERTAINTY = 0.1;

/** Two hours, to ten days. */
const STEP = 2 * 3600;
const STEPS = 120;

/**
 * The time of a single scan at which the time-integrated activity depends least on the effective half-life, by the half-life's distribution: near
 * T / ln 2 (rule T18). `halfLife`: median and spread of a lognormal, as in `singleScanSpread`.
 */
export function scanTimeAdvice(halfLife: Estimate<Second>, physicalHalfLife: Second): ScanTimeAdvice {
  const distribution = truncatedLogNormal(halfLife.value, halfLife.standardUncertainty / halfLife.value, physicalHalfLife);
  const uncertaintyAt = (seconds: number): number => integralDeviation(distribution, seconds);
  const curve = Array.from({ length: STEPS }, (_, index) => {
    const afterAdministration = second(STEP * (index + 1));
    return { afterAdministration, relativeUncertainty: uncertaintyAt(afterAdministration) };
  });
  const least = curve.reduce((best, point) => (point.relativeUncertainty < best.relativeUncertainty ? point : best));
  const best = second(refine(uncertaintyAt, least.afterAdministration));
  const tolerated = curve.filter(({ relativeUncertainty }) => relativeUncertainty <= TOLERATED_UNCERTAINTY);
  const [first, last] = [tolerated[0], tolerated.at(-1)];
  return {
    best,
    leastUncertainty: uncertaintyAt(best),
    window: first && last ? [first.afterAdministration, last.afterAdministration] : null,
    curve,
  };
}

/** The least of the curve between the neighbours of `middle`, to a minute, by ternary search. */
function refine(of: (seconds: number) => number, middle: number): number {
  let [low, high] = [Math.max(0, middle - STEP), middle + STEP];
  while (high - low > 60) {
    const third = (high - low) / 3;
    if (of(low + third) < of(high - third)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}
