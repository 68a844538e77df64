import type { ATOM_TABLE } from './generated/atomTable.js';

/** The chemical elements that the interaction tables know. */
export type ElementSymbol = keyof typeof ATOM_TABLE;

/** Shares by mass, adding to one. */
export type MassFractions = Readonly<Partial<Record<ElementSymbol, number>>>;

/** What something is made of. Cross-sections are per gram, so they hold at any density of the same composition. */
export interface Material {
  readonly name: string;
  readonly densityGPerMl: number;
  /** The density of the substance itself where `densityGPerMl` counts cavities (inflated lung); the density effect on electrons goes by it. */
  readonly densityWithoutAirGPerMl?: number;
  readonly massFractions: MassFractions;
  /** Mean excitation energy (eV) where it is known for the substance itself; otherwise it is made of those of the elements. */
  readonly meanExcitationEnergyEv?: number;
  readonly source: string;
}
