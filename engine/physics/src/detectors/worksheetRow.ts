import type { Estimate } from '../quantities/estimate.js';
import type { WorksheetRow } from '../record/finding.js';

/** Units of worksheets and what one of them is in SI. */
const UNITS = { MBq: 1e6, 'MBq h': 3.6e9, h: 3600, Gy: 1, mL: 1, g: 1e-3, 'MBq/mL': 1e6, '%': 0.01, '1': 1 } as const;

export type WorksheetUnit = keyof typeof UNITS;

/** A line of a worksheet from an estimate in SI, or from a number whose uncertainty is not known. */
export function worksheetRow(name: string, quantity: Estimate | number, unit: WorksheetUnit): WorksheetRow {
  const divisor = UNITS[unit];
  if (typeof quantity === 'number') return { name, value: quantity / divisor, standardUncertainty: null, unit };
  return { name, value: quantity.value / divisor, standardUncertainty: quantity.standardUncertainty / divisor, unit };
}
