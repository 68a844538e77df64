import { log } from '../numerics/log.js';
import { polynomial } from '../numerics/polynomial.js';
import { CLASSICAL_ELECTRON_RADIUS_CM, ELECTRON_REST_ENERGY_MEV, FINE_STRUCTURE_CONSTANT } from './constants.js';

const ALPHA_RADIUS_SQUARED = FINE_STRUCTURE_CONSTANT * CLASSICAL_ELECTRON_RADIUS_CM ** 2;
const ZETA_3 = 1.2020569031595942;

/**
 * The cross-section of an atom (cm2) for turning a photon into an electron and a positron: in the field of the nucleus and in those of its electrons.
 *
 * Nucleus: Born approximation without screening, in the expansions of L. C. Maximon, J. Res. NBS 72B (1968) 79. Electrons (triplets): fit of E. Haug,
 * Z. Naturforsch. 36a (1981) 413. In tissue, up to 16 MeV, what is left out (Coulomb correction, screening) is below 2 % of it, of the total below 0.1 %.
 */
export function pairProduction(energyMev: number, z: number): number {
  const k = energyMev / ELECTRON_REST_ENERGY_MEV;
  return ALPHA_RADIUS_SQUARED * (z * z * inFieldOfNucleus(k) + z * inFieldOfElectron(k));
}

/** In units of alpha r_e^2 Z^2. */
function inFieldOfNucleus(k: number): number {
  if (k <= 2) return 0;
  if (k < 4) {
    const epsilon = (2 * k - 4) / (k + 2 + 2 * Math.sqrt(2 * k));
    return ((2 * Math.PI) / 3) * ((k - 2) / k) ** 3 * polynomial(epsilon, [1, 1 / 2, 23 / 40, 11 / 60, 29 / 960]);
  }
  const l = log(2 * k);
  const square = 4 / (k * k);
  const constant = 2 * ZETA_3 - 7 / 2 + Math.PI ** 2 / 6;
  return (
    (28 / 9) * l -
    218 / 27 +
    square *
      (polynomial(l, [constant, 6 - Math.PI ** 2 / 3, -1, 2 / 3]) -
        square * ((3 / 16) * l + 1 / 8 + square * ((29 / 2304) * l - 77 / 13824)))
  );
}

/** In units of alpha r_e^2. */
function inFieldOfElectron(k: number): number {
  if (k <= 4) return 0;
  if (k < 4.6) return 1e-3 * (k - 4) ** 2 * polynomial(k - 4, [5.6, 20.4, -10.9, -3.6, 7.4]);
  if (k < 6) return polynomial(k, [0.582814, -0.29842, 0.04354, -0.0012977]);
  if (k < 14) return polynomial(k, [3.1247, -1.3394, 0.14612]) / polynomial(k, [1, 0.4648, 0.016683]);
  const l = log(2 * k);
  return (28 / 9) * l - 218 / 27 - polynomial(l, [-27.9, 11, -3.863, 4 / 3]) / k;
}
