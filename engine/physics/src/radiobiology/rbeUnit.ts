import type { RbeWeightedDose } from './rbeWeightedDose.js';

/** The unit of an RBE-weighted dose as it is written: Gy (RBE 5). */
export function rbeUnit({ rbe }: Pick<RbeWeightedDose, 'rbe'>): string {
  return `Gy (RBE ${String(rbe)})`;
}
