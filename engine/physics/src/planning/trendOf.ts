import { log1p } from '../numerics/log1p.js';
import type { PlanRequest } from '../record/cyclePlan.js';
import { isLesion } from './isLesion.js';

/** Change of the logarithm of a region's dose per activity per cycle that the request asks to reckon with; 0 without. */
export function trendOf(region: string, { trend }: PlanRequest): number {
  if (!trend) return 0;
  return log1p(isLesion(region) ? trend.lesions : trend.organs);
}
