import { coverageOfRegion, warning, type RegionMask, type Warning } from '@graywise/physics';
import type { AlignedCycle } from '../model/cycle.js';

/** Less than this share of a region outside the field of view is the rounding of its edge. */
const NEGLIGIBLE = 0.005;

/** A warning for every scan whose field of view cuts the region. */
export function coverageWarnings(cycle: AlignedCycle, mask: RegionMask): Warning[] {
  return cycle.scans.flatMap((scan, index) => {
    const concentration = cycle.concentrations[index];
    const transform = cycle.transforms[index];
    if (!concentration || !transform) return [];
    const outside = 1 - coverageOfRegion(mask, concentration.geometry, transform);
    if (outside < NEGLIGIBLE) return [];
    return [warning('GW_OUTSIDE_FIELD_OF_VIEW', { where: mask.label, found: (outside * 100).toFixed(1), timePoint: scan.timePoint })];
  });
}
