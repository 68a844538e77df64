/** CODATA 2018, in the units of the field: MeV, cm, g, mol. */
export const ELECTRON_REST_ENERGY_MEV = 0.51099895;
export const AVOGADRO_PER_MOL = 6.02214076e23;
export const CLASSICAL_ELECTRON_RADIUS_CM = 2.8179403262e-13;
export const FINE_STRUCTURE_CONSTANT = 7.2973525693e-3;
/** h c: the wavelength of a photon in angstrom is this over its energy in MeV. */
export const PLANCK_LIGHT_SPEED_MEV_ANGSTROM = 0.01239841984;
