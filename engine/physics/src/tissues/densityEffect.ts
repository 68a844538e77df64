import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { ELECTRON_REST_ENERGY_MEV } from './constants.js';

/** Electrons of equal binding: their share of all electrons of the material, and their binding energy (eV) in the free atom. */
export interface BoundElectrons {
  readonly share: number;
  readonly bindingEv: number;
}

/**
 * The density effect delta: how much the polarisation of an insulator takes from the logarithm in the collision stopping power, as a function of the
 * electron's kinetic energy (MeV). Zero below the speed at which the medium begins to polarise.
 *
 * `excitationEv` is the mean excitation energy, `plasmaEv` the plasma energy h nu_p. Binding energies are scaled by one factor so that they give that mean
 * excitation energy. Source: Sternheimer, Seltzer, Berger, Phys. Rev. B 26 (1982) 6067, equations 1 to 8, without conduction electrons.
 */
export function densityEffect(electrons: readonly BoundElectrons[], excitationEv: number, plasmaEv: number): (energyMev: number) => number {
  const factor = bindingFactor(electrons, excitationEv, plasmaEv);
  const oscillators = electrons.map(({ share, bindingEv }) => {
    const nuSquared = ((factor * bindingEv) / plasmaEv) ** 2;
    return { share, nuSquared, lSquared: nuSquared + (2 / 3) * share };
  });
  return energyMev => {
    const tau = energyMev / ELECTRON_REST_ENERGY_MEV;
    const inverseGammaSquared = 1 / (tau + 1) ** 2;
    const polarisation = polarisationSquared(oscillators, inverseGammaSquared / (1 - inverseGammaSquared));
    const logarithms = oscillators.reduce((sum, { share, lSquared }) => sum + share * log(1 + polarisation / lSquared), 0);
    return logarithms - polarisation * inverseGammaSquared;
  };
}

/** The factor on all binding energies with which sum f ln sqrt((factor E)^2 + 2/3 f (h nu_p)^2) is ln I. */
function bindingFactor(electrons: readonly BoundElectrons[], excitationEv: number, plasmaEv: number): number {
  let logFactor = 0;
  for (let iteration = 0; iteration < 40; iteration++) {
    const factor = exp(logFactor);
    let excess = -log(excitationEv);
    let slope = 0;
    for (const { share, bindingEv } of electrons) {
      const bound = (factor * bindingEv) ** 2;
      const square = bound + (2 / 3) * share * plasmaEv ** 2;
      excess += (share * log(square)) / 2;
      slope += (share * bound) / square;
    }
    logFactor -= excess / slope;
  }
  return exp(logFactor);
}

/**
 * L^2 at which sum f / (nu^2 + L^2) is 1/beta^2 - 1; zero when it is below that already at L = 0.
 *
 * The inverse of the sum is nearly linear in L^2 and concave: Newton's method on it rises from zero to the solution without overshooting.
 */
function polarisationSquared(
  oscillators: readonly { readonly share: number; readonly nuSquared: number }[],
  inverseBetaSquaredMinusOne: number,
): number {
  let square = 0;
  for (let iteration = 0; iteration < 30; iteration++) {
    let sum = 0;
    let slope = 0;
    for (const { share, nuSquared } of oscillators) {
      const term = share / (nuSquared + square);
      sum += term;
      slope += term / (nuSquared + square);
    }
    if (sum <= inverseBetaSquaredMinusOne) return square;
    const step = ((sum / inverseBetaSquaredMinusOne - 1) * sum) / slope;
    square += step;
    if (step <= 1e-13 * square) return square;
  }
  return square;
}
