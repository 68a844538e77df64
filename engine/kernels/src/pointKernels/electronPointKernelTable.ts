import { energyGrid, type ElectronPointKernelTable, type Material } from '@graywise/physics';
import { electronPointKernel } from '../transport/electrons/electronPointKernel.js';
import { pointKernelSettings, type ScatteringModel } from '../transport/electrons/electronSettings.js';
import { electronTables } from '../transport/electrons/electronTables.js';

export interface PointKernelTransport {
  readonly scattering: ScatteringModel;
  readonly energiesMev: readonly number[];
  readonly photonEnergiesMev: readonly number[];
  /** At each energy. */
  readonly histories: number;
  readonly seed: number;
}

/** To 1.3 times the range, in steps of a fiftieth of it. */
const SHELLS = 65;
const REACH = 1.3;

/** Point kernels of sharp electron energies in a medium, by transport; columns as in physics/dose/pointKernels/README.md. */
export async function electronPointKernelTable(material: Material, transport: PointKernelTransport): Promise<ElectronPointKernelTable> {
  const { scattering, energiesMev, photonEnergiesMev, histories, seed } = transport;
  const kernels = [];
  for (const [index, energyMev] of energiesMev.entries()) {
    const medium = await electronTables(material, { ...pointKernelSettings(energyMev), scattering });
    kernels.push(await electronPointKernel({ medium, energyMev, shells: SHELLS, reach: REACH, seed: seed + index, histories }));
  }
  const radiated = kernels.map(({ photonCounts }, index) => sharesByEnergy(photonCounts, photonEnergiesMev, energiesMev[index] ?? NaN));
  return {
    energiesMev,
    csdaRangesGPerCm2: kernels.map(({ csdaRangeGPerCm2 }) => csdaRangeGPerCm2),
    scaledRadii: Array.from({ length: SHELLS + 1 }, (_unused, index) => (index * REACH) / SHELLS),
    absorbedShares: kernels.map(({ absorbedShares }) => Array.from(absorbedShares)),
    photonEnergiesMev,
    bremsstrahlungShares: radiated,
  };
}

/** Radiated energy by photon energy: each photon is divided between the two energies around it, linearly in its energy, so that the sum is kept. */
function sharesByEnergy(photonCounts: Float64Array, photonEnergiesMev: readonly number[], emittedMev: number): number[] {
  const shares = photonEnergiesMev.map(() => 0);
  energyGrid().forEach((photonMev, point) => {
    const share = ((photonCounts[point] ?? 0) * photonMev) / emittedMev;
    if (share === 0) return;
    const above = photonEnergiesMev.findIndex(energy => energy > photonMev);
    const high = above < 0 ? photonEnergiesMev.length - 1 : Math.max(1, above);
    const [from, to] = [photonEnergiesMev[high - 1] ?? NaN, photonEnergiesMev[high] ?? NaN];
    const fraction = Math.min(1, Math.max(0, (photonMev - from) / (to - from)));
    shares[high - 1] = (shares[high - 1] ?? 0) + share * (1 - fraction);
    shares[high] = (shares[high] ?? 0) + share * fraction;
  });
  return shares;
}
