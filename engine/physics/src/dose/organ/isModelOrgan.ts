import { ORGAN_TABLE } from './generated/organTable.js';
import type { OrganModel } from './organRecord.js';
import { wholeOrgan } from './wholeOrgan.js';

/** Whether a region is an organ of a model, or one side of one. */
export function isModelOrgan(region: string, model: OrganModel): boolean {
  return ORGAN_TABLE.some(({ name, referenceG }) => name === wholeOrgan(region) && referenceG[model] !== undefined);
}
