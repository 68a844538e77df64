import { coverageOfRegion, warning, type Warning } from '@graywise/physics';
import type { AlignedCycle } from '../model/cycle.js';
import type { DrawnRegion } from './drawnRegions.js';

/** Less than this share of a region outside the field of view is the rounding of its edge. */
export const NEGLIGIBLE_OUTSIDE = 0.005;
/** A scan that sees less of a region than this share says nothing certain of its activity. Suggested; the centre must confirm. */
export const LEAST_COVERAGE = 0.9;

/** How much of a region each scan sees, 0 to 1, and what of that a person should know. */
export interface RegionCoverage {
  readonly coverage: readonly number[];
  readonly warnings: readonly Warning[];
}

/**
 * The share of a region inside the field of view of every scan. What the reference scan itself cuts off is not part of the region on the dose grid:
 * volume, mass and activity are those of the rest, and the other scans are held to that rest.
 */
export function coverageOfScans(cycle: AlignedCycle, { drawn, mask }: DrawnRegion): RegionCoverage {
  const warnings: Warning[] = [];
  const coverage = cycle.scans.map(({ timePoint }, index): number => {
    const scan = cycle.concentrations[index]?.geometry;
    const transform = cycle.transforms[index];
    if (!scan || !transform) return 0;
    const isReference = index === cycle.referenceIndex;
    const seen = coverageOfRegion(isReference ? drawn : mask, scan, transform);
    const details = { where: mask.label, found: ((1 - seen) * 100).toFixed(1), timePoint };
    if (isReference && seen < 1 - NEGLIGIBLE_OUTSIDE) warnings.push(warning('GW_REGION_CUT', details));
    else if (seen < LEAST_COVERAGE) warnings.push(warning('GW_SCAN_LEFT_OUT', details));
    else if (seen < 1 - NEGLIGIBLE_OUTSIDE) warnings.push(warning('GW_OUTSIDE_FIELD_OF_VIEW', details));
    return isReference ? 1 : seen;
  });
  return { coverage, warnings };
}
