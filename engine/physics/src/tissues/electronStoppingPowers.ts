import { log } from '../numerics/log.js';
import { collisionStoppingPower } from './collisionStoppingPower.js';
import { elementsOf } from './elementsOf.js';
import { energyGrid } from './energyGrid.js';
import { interpolateLogLog } from './interpolateLogLog.js';
import type { Material } from './material.js';

/** How a material slows electrons, on the energy grid. */
export interface ElectronStoppingPowers {
  /** The energy grid, MeV. */
  readonly energiesMev: Float64Array;
  /** Mass stopping powers, MeV cm2/g: by collisions with electrons, and by bremsstrahlung. */
  readonly collision: Float64Array;
  readonly radiative: Float64Array;
  /** Path length until at rest, g/cm2, slowing down continuously by both. */
  readonly csdaRange: Float64Array;
}

/**
 * The stopping powers of a material for electrons.
 *
 * Collisions: Bethe's formula of ICRU Report 37 with the mean excitation energy of the material and a density effect scaled from that of water
 * (`collisionStoppingPower`), at all energies; below 10 keV it is known to some percent only. Bremsstrahlung: those of the elements in NIST ESTAR added by
 * mass, constant below 12.5 keV, where it is 2e-4 of the sum.
 */
export async function electronStoppingPowers(material: Material): Promise<ElectronStoppingPowers> {
  const { INTERACTION_TABLE, ELECTRON_ENERGIES_MEV, WATER_DENSITY_EFFECT } = await import('./generated/interactionTable.js');
  const energiesMev = energyGrid();
  const collision = energiesMev.map(collisionStoppingPower(material, ELECTRON_ENERGIES_MEV, WATER_DENSITY_EFFECT));
  const lowest = ELECTRON_ENERGIES_MEV[0] ?? NaN;
  const parts = elementsOf(material).map(({ symbol, massFraction }) => ({
    massFraction,
    at: interpolateLogLog(ELECTRON_ENERGIES_MEV, INTERACTION_TABLE[symbol].radiative),
  }));
  const radiative = energiesMev.map(energy =>
    parts.reduce((sum, { massFraction, at }) => sum + massFraction * at(Math.max(lowest, energy)), 0),
  );
  const total = collision.map((value, index) => value + (radiative[index] ?? NaN));
  return { energiesMev, collision, radiative, csdaRange: csdaRange(energiesMev, total) };
}

/**
 * The integral of dE / S from zero. Between grid points S is a power of E, and so it is taken to be below the first, where the range is below 1e-5 g/cm2.
 */
function csdaRange(energiesMev: Float64Array, stoppingPower: Float64Array): Float64Array {
  const range = new Float64Array(energiesMev.length);
  for (let index = 0; index < range.length; index++) {
    const [low, high] = index === 0 ? [0, 1] : [index - 1, index];
    const [energyLow = NaN, energyHigh = NaN] = [energiesMev[low], energiesMev[high]];
    const [slow = NaN, shigh = NaN] = [stoppingPower[low], stoppingPower[high]];
    // The integral of dE / S over a step is [E / S / (1 - p)], S ~ E^p.
    const power = log(shigh / slow) / log(energyHigh / energyLow);
    range[index] =
      index === 0 ? energyLow / slow / (1 - power) : (range[low] ?? NaN) + (energyHigh / shigh - energyLow / slow) / (1 - power);
  }
  return range;
}
