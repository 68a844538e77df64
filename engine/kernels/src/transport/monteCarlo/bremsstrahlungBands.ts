import { log, type ElectronPointKernelTable } from '@graywise/physics';
import type { EmissionBand } from '../spectrumTable.js';

/**
 * The photons that electrons of a spectrum radiate until they stop, as lines at the photon energies of the table of point kernels: share of an electron's energy by
 * photon energy, linear in the logarithm of the electron's energy as the kernels are.
 */
export function bremsstrahlungBands(
  electrons: readonly EmissionBand[],
  { energiesMev, photonEnergiesMev, bremsstrahlungShares }: ElectronPointKernelTable,
): EmissionBand[] {
  const radiatedMev = new Float64Array(photonEnergiesMev.length);
  for (const { lowestMev, widthMev, perDecay } of electrons) {
    const energyMev = lowestMev + widthMev / 2;
    const above = energiesMev.findIndex((energy, index) => index > 0 && (energy > energyMev || index === energiesMev.length - 1));
    const [low = NaN, high = NaN] = [energiesMev[above - 1], energiesMev[above]];
    const fraction = Math.min(1, Math.max(0, log(energyMev / low) / log(high / low)));
    radiatedMev.forEach((sum, photon) => {
      const [lowShare = 0, highShare = 0] = [bremsstrahlungShares[above - 1]?.[photon], bremsstrahlungShares[above]?.[photon]];
      radiatedMev[photon] = sum + energyMev * perDecay * (lowShare + fraction * (highShare - lowShare));
    });
  }
  return photonEnergiesMev
    .map((lowestMev, photon) => ({ lowestMev, widthMev: 0, perDecay: (radiatedMev[photon] ?? 0) / lowestMev }))
    .filter(({ perDecay }) => perDecay > 0);
}
