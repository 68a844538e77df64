import { ELECTRON_REST_ENERGY_MEV } from '@graywise/physics';

/** An electron of a kinetic energy: v/c squared, (p c)^2 in MeV2, and its energy as a multiple of its rest energy. */
export interface ElectronKinematics {
  readonly betaSquared: number;
  readonly momentumSquared: number;
  readonly tau: number;
}

export function electronKinematics(energyMev: number): ElectronKinematics {
  const momentumSquared = energyMev * (energyMev + 2 * ELECTRON_REST_ENERGY_MEV);
  return {
    betaSquared: momentumSquared / (energyMev + ELECTRON_REST_ENERGY_MEV) ** 2,
    momentumSquared,
    tau: energyMev / ELECTRON_REST_ENERGY_MEV,
  };
}
