import { suggestedRadiobiology, type Radiobiology } from '../radiobiology/suggestedRadiobiology.js';
import type { PlanRequest } from '../record/cyclePlan.js';
import type { RegionResult } from '../record/cycleVerification.js';

/** The radiobiology of a region: what the request states for it or for lesions at large, else what the last verification used, else the suggested one; or null. */
export function radiobiologyOf(
  region: string,
  { radiobiology = [] }: PlanRequest,
  verified: Pick<RegionResult, 'radiobiology'> | null,
): Radiobiology | null {
  const kind = region.replace(/^lesion-\d+$/, 'lesion').replace(/^kidney-(left|right)$/, 'kidneys');
  const stated = radiobiology.find(entry => entry.region === region) ?? radiobiology.find(entry => entry.region === kind);
  return stated ?? (verified ? verified.radiobiology : suggestedRadiobiology(region));
}
