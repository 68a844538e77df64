import type { Atom } from './atom.js';
import { ATOM_TABLE } from './generated/atomTable.js';
import type { ElementSymbol, Material } from './material.js';

/** An element of a material and its share of the mass. */
export interface MaterialElement extends Atom {
  readonly symbol: ElementSymbol;
  readonly massFraction: number;
}

/** The elements that a material is made of, in the order of its mass fractions. */
export function elementsOf(material: Material): MaterialElement[] {
  return (Object.entries(material.massFractions) as [ElementSymbol, number][]).map(([symbol, massFraction]) => ({
    symbol,
    massFraction,
    ...ATOM_TABLE[symbol],
  }));
}
