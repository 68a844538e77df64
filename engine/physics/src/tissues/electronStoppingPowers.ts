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
 * Collisions: Bethe's formula with the mean excitation energy and the density effect of the material (`collisionStoppingPower`), at all energies; below
 * 10 keV it is good to some percent only. Bremsstrahlung: those of the elements in NIST ESTAR added by mass (Bragg's rule), constant below 12.5 keV, where
 * it is 2e-4 of the sum.
 */
export async function electronStoppingPowers(material: Material): Promise<ElectronStoppingPowers> {
  const { INTERACTION_TABLE, ELECTRON_ENERGIES_MEV } = await import('./generated/interactionTable.js');
  const energiesMev = energyGrid();
  const collision = energiesMev.map(collisionStoppingPower(material, INTERACTION_TABLE));
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
 * The integral of dE / S from zero. From one grid point to the next S is a power of the energy, S ~ E^p, over which the integral of dE / S grows by the
 * growth of E / S / (1 - p); the power of the first step holds down to zero, where the range is 5e-6 g/cm2 in water.
 */
function csdaRange(energies: Float64Array, stoppingPower: Float64Array): Float64Array {
  const range = new Float64Array(energies.length);
  const quotient = energies.map((energy, index) => energy / (stoppingPower[index] ?? NaN));
  const growth = (from: number, to: number): number => {
    const energyRatio = (energies[to] ?? NaN) / (energies[from] ?? NaN);
    const power = log((stoppingPower[to] ?? NaN) / (stoppingPower[from] ?? NaN)) / log(energyRatio);
    return 1 / (1 - power);
  };
  range[0] = (quotient[0] ?? NaN) * growth(0, 1);
  for (let index = 1; index < range.length; index++)
    range[index] = (range[index - 1] ?? NaN) + ((quotient[index] ?? NaN) - (quotient[index - 1] ?? NaN)) * growth(index - 1, index);
  return range;
}
