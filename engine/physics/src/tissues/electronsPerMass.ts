import { elementsOf } from './elementsOf.js';
import type { Material } from './material.js';

/** Electrons of a material over its mass, mol/g: the mean of Z/A by mass. Times Avogadro's number, the electrons of a gram. */
export function electronsPerMass(material: Material): number {
  return elementsOf(material).reduce((sum, { massFraction, z, atomicMass }) => sum + (massFraction * z) / atomicMass, 0);
}
