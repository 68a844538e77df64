import type { DoseEngineComparison } from '../engine/courseEngine.js';
import { table } from './table.js';

/** Two dose engines on one activity as a table a person can read. */
export function engineComparisonTable({ used, other, comparison }: DoseEngineComparison): string {
  const { criteria, passShare, regions } = comparison;
  const percent = (share: number | null): string => (share === null ? '' : `${(100 * share).toFixed(1)} %`);
  const rows = regions.map(region => [
    region.name,
    region.used.meanGy.toFixed(3),
    region.other.meanGy.toFixed(3),
    `${(100 * (region.other.meanGy / region.used.meanGy - 1)).toFixed(2)} %`,
    (region.other.d98Gy - region.used.d98Gy).toFixed(3),
    (region.other.d2Gy - region.used.d2Gy).toFixed(3),
    percent(region.passShare),
  ]);
  const columns = ['region', `${used.engine} (Gy)`, `${other.engine} (Gy)`, 'difference', 'D98 (Gy)', 'D2 (Gy)', 'gamma passes'];
  const gamma = `${String(criteria.doseDifferencePercent)} % (${criteria.normalisation}) and ${String(criteria.distanceMm)} mm`;
  return `\nDose by ${other.engine} beside ${used.engine}: gamma of ${gamma} passes in ${percent(passShare)} of the voxels\n\n${table(columns, rows)}`;
}
