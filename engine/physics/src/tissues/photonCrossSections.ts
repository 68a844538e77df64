import { comptonScattering } from './comptonScattering.js';
import { AVOGADRO_PER_MOL, ELECTRON_REST_ENERGY_MEV } from './constants.js';
import { elementsOf } from './elementsOf.js';
import { energyGrid } from './energyGrid.js';
import { interpolateLogLog } from './interpolateLogLog.js';
import type { Material } from './material.js';
import { pairProduction } from './pairProduction.js';
import { scatteringFunctions } from './scatteringFunctions.js';

/** How a gram of a material meets photons, on the energy grid; all in cm2/g. */
export interface PhotonCrossSections {
  /** The energy grid, MeV. */
  readonly energiesMev: Float64Array;
  readonly photoelectric: Float64Array;
  readonly compton: Float64Array;
  readonly rayleigh: Float64Array;
  /** Pair and triplet production. */
  readonly pair: Float64Array;
  /** Mass energy-transfer coefficient: what goes to electrons and positrons as kinetic energy, over the photon's. Fluorescence counts as absorbed. */
  readonly energyTransfer: Float64Array;
}

/** Up to here (MeV) the tables of xraylib were computed, beyond it they are continued; free electrons are exact there for light elements. */
const COMPTON_TABLE_END_MEV = 0.8;

/**
 * The photon cross-sections of a material: those of its elements added by mass.
 *
 * Photoelectric effect and Rayleigh scattering by xraylib 4, log-log between its energies; Compton scattering by xraylib 4 to 0.8 MeV and beyond it the
 * integral of Klein-Nishina's formula and the incoherent scattering function, which also gives the energy that the electron takes; pairs by Maximon.
 */
export async function photonCrossSections(material: Material): Promise<PhotonCrossSections> {
  const { INTERACTION_TABLE } = await import('./generated/interactionTable.js');
  const elements = elementsOf(material);
  const energiesMev = energyGrid();
  const table = (kind: 'photo' | 'compton' | 'rayleigh'): Float64Array => {
    const parts = elements.map(({ symbol, massFraction }) => ({
      massFraction,
      at: interpolateLogLog(INTERACTION_TABLE[symbol].photonEnergiesMev, INTERACTION_TABLE[symbol][kind]),
    }));
    return energiesMev.map(energy => parts.reduce((sum, { massFraction, at }) => sum + massFraction * at(energy), 0));
  };
  const { momentumTransfers, incoherentPerGram } = await scatteringFunctions(material);
  const incoherent = interpolateLogLog(momentumTransfers, [...incoherentPerGram]);
  const scattering = Array.from(energiesMev, energy => comptonScattering(energy, incoherent));
  const photoelectric = table('photo');
  const compton = table('compton').map((value, index) =>
    (energiesMev[index] ?? 0) <= COMPTON_TABLE_END_MEV ? value : (scattering[index]?.crossSection ?? NaN),
  );
  const pair = energiesMev.map(energy =>
    elements.reduce(
      (sum, { massFraction, atomicMass, z }) => sum + ((massFraction * AVOGADRO_PER_MOL) / atomicMass) * pairProduction(energy, z),
      0,
    ),
  );
  const energyTransfer = energiesMev.map((energy, index) => {
    const { crossSection, energyTransfer: transfer } = scattering[index] ?? { crossSection: NaN, energyTransfer: NaN };
    const kineticShare = Math.max(0, 1 - (2 * ELECTRON_REST_ENERGY_MEV) / energy);
    return (photoelectric[index] ?? NaN) + ((compton[index] ?? NaN) * transfer) / crossSection + (pair[index] ?? NaN) * kineticShare;
  });
  return { energiesMev, photoelectric, compton, rayleigh: table('rayleigh'), pair, energyTransfer };
}
