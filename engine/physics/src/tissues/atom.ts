/** What a chemical element is, as far as radiation asks. */
export interface Atom {
  /** Atomic number. */
  readonly z: number;
  /** g/mol. */
  readonly atomicMass: number;
  /** Mean excitation energy (eV) for electrons where the element is part of a compound. */
  readonly meanExcitationEnergyEv: number;
}
