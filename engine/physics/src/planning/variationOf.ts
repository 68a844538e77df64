import { cycleVariation, type CycleVariation } from '../expectation/cycleVariation.js';
import { log1p } from '../numerics/log1p.js';
import type { PlanRequest } from '../record/cyclePlan.js';
import { actingTrend } from './actingTrend.js';
import { isLesion } from './isLesion.js';
import { usesPopulation } from './usesPopulation.js';

/**
 * How a plan lets a region's dose per activity go from cycle to cycle (rule P2). The suggested variation and trend of `cycleVariation`; the trend that the
 * request states instead, with the suggested deviation; no trend where the request says so, and no suggested one in the plain rule of medians.
 */
export function variationOf(region: string, request: PlanRequest): CycleVariation {
  const suggested = cycleVariation(region);
  const trend = actingTrend(request);
  if (trend) return { ...suggested, trendPerCycle: log1p(isLesion(region) ? trend.lesions : trend.organs) };
  return trend === null || !usesPopulation(request) ? { ...suggested, trendPerCycle: 0, trendDeviation: 0 } : suggested;
}
