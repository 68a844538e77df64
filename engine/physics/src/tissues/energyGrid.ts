import { powerOfTwo } from '../numerics/powerOfTwo.js';

/** The grid has this many equal steps in each octave. */
export const ENERGY_STEPS_PER_OCTAVE = 64;
/** Exponents of two of its first and last energy in MeV: 0.98 keV and 16 MeV. */
export const ENERGY_LOWEST_EXPONENT = -10;
export const ENERGY_HIGHEST_EXPONENT = 4;
export const ENERGY_POINTS = (ENERGY_HIGHEST_EXPONENT - ENERGY_LOWEST_EXPONENT) * ENERGY_STEPS_PER_OCTAVE + 1;

/**
 * The energies (MeV) of all tables over energy: 2^e (1 + j/64), ascending. Between them tables are linear.
 *
 * The kernels find a place in it from the leading bits of the energy; engine/kernels/c/common/energyGrid.h is the same grid.
 */
export function energyGrid(): Float64Array {
  return Float64Array.from({ length: ENERGY_POINTS }, (_unused, index) => {
    const octave = ENERGY_LOWEST_EXPONENT + Math.floor(index / ENERGY_STEPS_PER_OCTAVE);
    return powerOfTwo(octave) * (1 + (index % ENERGY_STEPS_PER_OCTAVE) / ENERGY_STEPS_PER_OCTAVE);
  });
}
