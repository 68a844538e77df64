import { becquerelSecond, timePointWeights, type IntegratedRegion } from '@graywise/physics';
import type { CurvedCycle } from '../model/cycle.js';
import { ofScansInUse } from '../stages/ofScansInUse.js';

/**
 * The tissue around the regions with the time-integrated activity that is its own, as regions of the lowest priority: what the image shows there is partly
 * spill from the regions, which the correction has put back, and would be counted twice. Empty where partial volume is not corrected.
 */
export function surroundings(cycle: CurvedCycle): IntegratedRegion[] {
  const { recovery, scans, nuclide } = cycle;
  if (!recovery) return [];
  const inUse = ofScansInUse(cycle, recovery.scans);
  const weights = timePointWeights(
    ofScansInUse(cycle, scans).map(({ afterAdministration }) => afterAdministration),
    nuclide.halfLife,
  );
  const { labels, cells } = recovery.model.cells;
  return cells.flatMap(({ kind, weight }, cell) => {
    const seen = inUse.every(scan => scan.background.has(cell));
    if (kind !== 'surroundings' || weight === 0 || !seen) return [];
    const total = inUse.reduce((sum, scan, index) => sum + (weights[index] ?? 0) * (scan.background.get(cell) ?? 0), 0);
    const mask = new Uint8Array(labels.length);
    for (let at = labels.indexOf(cell + 1); at >= 0; at = labels.indexOf(cell + 1, at + 1)) mask[at] = 1;
    return [{ mask, timeIntegratedActivity: becquerelSecond(Math.max(0, total)) }];
  });
}
