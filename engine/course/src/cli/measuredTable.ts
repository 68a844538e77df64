import type { CycleVerification } from '@graywise/physics';
import { table } from './table.js';
import { withUncertainty } from './withUncertainty.js';

/** Regions without voxels as a table of their own; empty where none was measured. Blood is integrated per millilitre. */
export function measuredTable({ measured = [] }: CycleVerification): string {
  if (measured.length === 0) return '';
  const rows = measured.map(region => [
    region.label,
    region.kind,
    region.unit === 'Bq' ? withUncertainty(region.timeIntegrated, 3.6e9) : `${withUncertainty(region.timeIntegrated, 3.6e9)} per mL`,
    withUncertainty(region.effectiveHalfLife, 3600),
    region.absorbedDose ? withUncertainty(region.absorbedDose, 1) : '',
    region.model,
  ]);
  return `${table(['measured', 'by', 'time-integrated (MBq h)', 'T eff (h)', 'absorbed dose (Gy)', 'model'], rows)}\n`;
}
