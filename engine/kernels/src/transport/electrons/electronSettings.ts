/**
 * How atoms scatter electrons. Mott: screened Rutherford scattering times the ratio of Mott's cross-section to Rutherford's, collisions with electrons apart.
 * Rutherford-Moliere: as in the codes of the time of EGS4, without that ratio and with Z (Z + 1) for both, for comparison with values made by them.
 */
export type ScatteringModel = 'mott' | 'rutherford-moliere';

/** The choices of the electron transport. */
export interface ElectronSettings {
  readonly scattering: ScatteringModel;
  /** Share of its energy that an electron loses in the longest step. */
  readonly stepFraction: number;
  /** Collisions that transfer more (MeV) set a delta ray free that is followed. */
  readonly deltaCutoffMev: number;
  /** Photons of more (MeV) are emitted one by one, others are absorbed where they are made. */
  readonly photonCutoffMev: number;
  /** Slower electrons are absorbed where they are. Not above half of the delta cut-off, so that every delta ray is followed. */
  readonly absorptionMev: number;
}

/** For spheres, slabs and voxels from a millimetre: a delta ray below its cut-off flies less than 10 um in water. */
export const ELECTRON_SETTINGS: ElectronSettings = {
  scattering: 'mott',
  stepFraction: 0.1,
  deltaCutoffMev: 0.02,
  photonCutoffMev: 0.01,
  absorptionMev: 0.01,
};

/** For a point kernel of electrons of an energy: what is not followed goes less than 0.3 % of their range. */
export function pointKernelSettings(energyMev: number): ElectronSettings {
  const deltaCutoffMev = Math.max(0.002, energyMev / 32);
  return { scattering: 'mott', stepFraction: 0.04, deltaCutoffMev, photonCutoffMev: 0.002, absorptionMev: deltaCutoffMev / 2 };
}
