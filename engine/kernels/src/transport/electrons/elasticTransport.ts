import {
  AVOGADRO_PER_MOL,
  CLASSICAL_ELECTRON_RADIUS_CM,
  ELECTRON_REST_ENERGY_MEV,
  FINE_STRUCTURE_CONSTANT,
  cbrt,
  exp,
  log,
  type Atom,
} from '@graywise/physics';
import { electronKinematics } from './electronKinematics.js';
import type { ScatteringModel } from './electronSettings.js';

/** Integrals over the deflections by atoms per mass, cm2/g: of 1 - cos, and of 3/2 (1 - cos^2). */
export interface TransportCoefficients {
  readonly first: number;
  readonly second: number;
}

/** Intervals of Simpson's rule; doubling them changes the fifth digit of neither integral. */
const INTERVALS = 128;

/**
 * The first two transport coefficients of one element for electrons of an energy.
 *
 * d sigma / d mu = pi Z^2 r_e^2 (m c^2)^2 / (beta^2 p^2) R(mu) / (mu + eta)^2, mu = sin^2(angle / 2): Rutherford's cross-section with Moliere's screening,
 * eta = (alpha m c / (0.885 p))^2 Z^(2/3) (1.13 + 3.76 (alpha Z / beta)^2) / 4 (Z. Naturforsch. 2a (1947) 133). R is Mott's ratio for light atoms,
 * 1 - beta^2 mu + pi alpha beta Z sqrt(mu) (1 - sqrt(mu)) (McKinley and Feshbach, Phys. Rev. 74 (1948) 1759).
 */
export function elasticTransport({ z, atomicMass }: Atom, energyMev: number, model: ScatteringModel): TransportCoefficients {
  const { betaSquared, momentumSquared } = electronKinematics(energyMev);
  const massOverMomentum = ELECTRON_REST_ENERGY_MEV ** 2 / momentumSquared;
  const coulomb = (FINE_STRUCTURE_CONSTANT * z) ** 2 / betaSquared;
  const screening = ((FINE_STRUCTURE_CONSTANT / 0.885) ** 2 * massOverMomentum * cbrt(z) ** 2 * (1.13 + 3.76 * coulomb)) / 4;
  const charges = model === 'mott' ? z * z : z * (z + 1);
  const scale = (Math.PI * charges * CLASSICAL_ELECTRON_RADIUS_CM ** 2 * massOverMomentum * AVOGADRO_PER_MOL) / (betaSquared * atomicMass);
  const spin = model === 'mott' ? mottRatio(z, Math.sqrt(betaSquared)) : () => 1;
  let [first, second] = [0, 0];
  // With mu + eta = eta e^t, d mu / (mu + eta)^2 is dt / (mu + eta), and the peak of the cross-section takes half of the steps.
  const step = log((1 + screening) / screening) / INTERVALS;
  for (let point = 0; point <= INTERVALS; point++) {
    const screened = screening * exp(point * step);
    const mu = Math.min(1, Math.max(0, screened - screening));
    const simpson = point === 0 || point === INTERVALS ? 1 : point % 2 === 1 ? 4 : 2;
    const density = (simpson * spin(mu)) / screened;
    first += 2 * mu * density;
    second += 6 * mu * (1 - mu) * density;
  }
  return { first: (scale * first * step) / 3, second: (scale * second * step) / 3 };
}

function mottRatio(z: number, beta: number): (mu: number) => number {
  const coulomb = Math.PI * FINE_STRUCTURE_CONSTANT * z * beta;
  return mu => 1 - beta * beta * mu + coulomb * Math.sqrt(mu) * (1 - Math.sqrt(mu));
}
