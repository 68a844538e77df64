import { MATERIAL_TABLE } from './generated/materialTable.js';
import type { Material } from './material.js';

export type ReferenceMaterialName = keyof typeof MATERIAL_TABLE;

export const REFERENCE_MATERIALS = Object.keys(MATERIAL_TABLE) as readonly ReferenceMaterialName[];

/** A material by name: composition, density and where they are published. */
export function referenceMaterial(name: ReferenceMaterialName): Material {
  return MATERIAL_TABLE[name];
}
