import { ELECTRON_REST_ENERGY_MEV, FINE_STRUCTURE_CONSTANT, energyGrid, exp, log } from '@graywise/physics';

/** Steps of k / T, and every how many points of the energy grid there is a spectrum; as in c/transport/electronMaterial.h. */
export const SHAPE_STEPS = 32;
export const SHAPE_ENERGY_STEP = 32;

/** Oxygen: the shape depends on the atom through Elwert's factor only, and little for light ones. */
const ATOMIC_NUMBER = 8;
/** Where k / T = 0 and 1 stand for the ends, at which the formula has no value. */
const ENDS = 1e-3;

/**
 * The spectrum of bremsstrahlung as k d sigma / dk over its value for soft photons, at k / T = 0, 1/32, …, 1 (row by row) for kinetic energies T at
 * every 32nd point of the energy grid. Only the shape is used; how much is radiated is the radiative stopping power of NIST ESTAR.
 */
export function bremsstrahlungShape(): Float64Array {
  const energies = energyGrid().filter((_unused, index) => index % SHAPE_ENERGY_STEP === 0);
  const table = new Float64Array(energies.length * (SHAPE_STEPS + 1));
  energies.forEach((energyMev, row) => {
    const softest = scaledSpectrum(energyMev, ENDS);
    for (let step = 0; step <= SHAPE_STEPS; step++) {
      const share = Math.min(1 - ENDS, Math.max(ENDS, step / SHAPE_STEPS));
      table[row * (SHAPE_STEPS + 1) + step] = Math.min(1, scaledSpectrum(energyMev, share) / softest);
    }
  });
  return table;
}

/**
 * k d sigma / dk in units of Z^2 r_e^2 alpha at the share k / T, unscreened: formula 3BN of Koch and Motz, Rev. Mod. Phys. 31 (1959) 920, times the factor
 * of Elwert, Ann. Phys. 426 (1939) 178, for the Coulomb field of the nucleus. Energies and momenta below are in units of the electron's mass.
 */
export function scaledSpectrum(energyMev: number, share: number): number {
  const k = (energyMev / ELECTRON_REST_ENERGY_MEV) * share;
  const before = energyMev / ELECTRON_REST_ENERGY_MEV + 1;
  const after = before - k;
  const p0 = Math.sqrt(before ** 2 - 1);
  const p = Math.sqrt(after ** 2 - 1);
  const product = before * after;
  const epsilon0 = log((before + p0) / (before - p0));
  const epsilon = log((after + p) / (after - p));
  const logarithm = 2 * log((product + p0 * p - 1) / k);
  const born =
    4 / 3 -
    (2 * product * (p ** 2 + p0 ** 2)) / (p0 * p) ** 2 +
    (epsilon0 * after) / p0 ** 3 +
    (epsilon * before) / p ** 3 -
    (epsilon * epsilon0) / (p0 * p) +
    logarithm *
      ((8 * product) / (3 * p0 * p) +
        (k ** 2 * (product ** 2 + (p0 * p) ** 2)) / (p0 * p) ** 3 +
        (k / (2 * p0 * p)) *
          (((product + p0 ** 2) * epsilon0) / p0 ** 3 - ((product + p ** 2) * epsilon) / p ** 3 + (2 * k * product) / (p * p0) ** 2));
  return (p / p0) * born * elwertFactor(p0 / before, p / after);
}

function elwertFactor(betaBefore: number, betaAfter: number): number {
  const strength = 2 * Math.PI * FINE_STRUCTURE_CONSTANT * ATOMIC_NUMBER;
  return (betaBefore * (1 - exp(-strength / betaBefore))) / (betaAfter * (1 - exp(-strength / betaAfter)));
}
