import type { RegionScanTimeAdvice } from '../engine/courseEngine.js';

const HOUR = 3600;

/** When one scan of the next cycle leaves least open, by region, for a JSON document; every key carries its unit. */
export function scanTimesJson(advice: readonly RegionScanTimeAdvice[]): object[] {
  return advice.map(({ name, best, leastUncertainty, window, source, confirmed }) => ({
    name,
    best_h: best / HOUR,
    leastUncertainty,
    window_h: window?.map(time => time / HOUR) ?? null,
    source,
    confirmed,
  }));
}
