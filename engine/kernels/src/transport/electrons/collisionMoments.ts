import { ELECTRON_REST_ENERGY_MEV, log } from '@graywise/physics';
import { electronKinematics } from './electronKinematics.js';

/** 2 pi r_e^2 m c^2 N_A, MeV cm2/mol. */
const COLLISION_CONSTANT = 0.1535375;

/** Collisions of an electron with the electrons of a material, apart by the energy W that they transfer. */
export interface CollisionMoments {
  /** Above the cut-off: how many per path (cm2/g), and the energy that they take (MeV cm2/g). */
  readonly hardNumber: number;
  readonly hardLoss: number;
  /** Below it: the integral of W^2 (MeV2 cm2/g), which is the variance of the energy lost per path. */
  readonly softVariance: number;
  /** Below it: the integrals of 1 - cos and of 3/2 (1 - cos^2) of the electron's deflection (cm2/g). */
  readonly softFirstTransport: number;
  readonly softSecondTransport: number;
}

/**
 * Integrals over Moller's cross-section dN/dW = C / beta^2 [1/W^2 + 1/(E - W)^2 + a/E^2 - (1 - a) / (W (E - W))], a = (tau / (tau + 1))^2, W up to E/2
 * (C. Moller, Ann. Phys. 406 (1932) 531; ICRU Report 37 section 2.2). The mean of the soft losses is not taken from it but is what the stopping power leaves.
 *
 * Deflections below the cut-off: a transfer of momentum q turns the electron by 1 - cos = q^2 / 2p^2, q^2 = Q (Q + 2 m c^2). Close collisions transfer
 * Q = W; distant ones W = I and every Q up to I with the frequency C / beta^2 / (I Q) dQ: one oscillator at the mean excitation energy (Fernandez-Varea,
 * Mayol, Salvat and Liljequist, J. Phys. Condens. Matter 5 (1993) 3593). For Q below 2 m c^2 this adds to C m / (beta^2 p^2) (ln(W_c / I) + 1).
 */
export function collisionMoments(
  energyMev: number,
  deltaCutoffMev: number,
  electronsPerMass: number,
  excitationMev: number,
): CollisionMoments {
  const { betaSquared, momentumSquared, tau } = electronKinematics(energyMev);
  const constant = (COLLISION_CONSTANT * electronsPerMass) / betaSquared;
  const cut = Math.min(deltaCutoffMev, energyMev / 2);
  const share = cut / energyMev;
  const a = (tau / (tau + 1)) ** 2;
  const hardNumber = (1 / share - 1 / (1 - share) + a * (0.5 - share) - (1 - a) * log((1 - share) / share)) / energyMev;
  const hardLoss = log(1 / (4 * share * (1 - share))) + 2 - 1 / (1 - share) + a * (0.125 - share ** 2 / 2) - (1 - a) * log(2 * (1 - share));
  const toRest = log(1 - share);
  const softVariance = energyMev * (2 * share + 2 * toRest + share / (1 - share) + (a * share ** 3) / 3 - (1 - a) * (-toRest - share));
  const perMomentum = ELECTRON_REST_ENERGY_MEV / momentumSquared;
  const softFirst = perMomentum * (log(Math.max(1, cut / excitationMev)) + 1);
  return {
    hardNumber: constant * hardNumber,
    hardLoss: constant * hardLoss,
    softVariance: constant * softVariance,
    softFirstTransport: constant * softFirst,
    // 3/2 (1 - cos^2) = 3 (1 - cos) - 3/2 (1 - cos)^2, and the integral of the square is that of (m W / p^2)^2 / W^2.
    softSecondTransport: constant * (3 * softFirst - 1.5 * perMomentum ** 2 * cut),
  };
}
