/** How one element meets photons and electrons, per gram where not said otherwise. */
export interface ElementInteractions {
  /** Energies (MeV) of the three arrays after it, which are cm2/g; an absorption edge is two energies side by side. */
  readonly photonEnergiesMev: readonly number[];
  readonly photo: readonly number[];
  readonly compton: readonly number[];
  readonly rayleigh: readonly number[];
  /** Form factor and incoherent scattering function of one atom, at the momentum transfers of the table. */
  readonly formFactor: readonly number[];
  readonly scatteringFunction: readonly number[];
  /** Binding energy (eV) and number of electrons of each shell of the atom. */
  readonly shells: readonly (readonly [bindingEv: number, electrons: number])[];
  /** Radiative stopping power (MeV cm2/g) at the electron energies of the table. */
  readonly radiative: readonly number[];
}
