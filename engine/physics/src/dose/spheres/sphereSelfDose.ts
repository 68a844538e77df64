import type { RadialKernel } from '../pointKernels/radialKernel.js';

/** What a uniformly active ball absorbs of its own emissions, MeV per decay, by what carried it. */
export interface SphereAbsorption {
  readonly electronMev: number;
  readonly bremsstrahlungMev: number;
  readonly photonMev: number;
  readonly alphaMev: number;
}

/**
 * The energy that a ball absorbs of its own uniform activity in an unbounded medium (rule D7).
 *
 * A random point of a ball of radius R, moved by r in a random direction, stays inside with probability P(r) = 1 - 3 r / 4R + r^3 / 16 R^3 for r below 2R (Berger 1971, MIRD
 * pamphlet 8: the reduction of a uniform ball to its point-pair distances). The absorbed energy is the integral of P over the point kernel; the
 * kernel is taken as even between two of its radii, for which the mean of P is exact. Alpha particles stay where they start.
 */
export function sphereSelfDose(kernel: RadialKernel, radiusCm: number): SphereAbsorption {
  const staying = stayingShares(kernel.radiiCm, radiusCm);
  const absorbed = (withinMev: Float64Array): number =>
    staying.reduce((sum, share, shell) => sum + share * ((withinMev[shell + 1] ?? 0) - (withinMev[shell] ?? 0)), 0);
  return {
    electronMev: absorbed(kernel.electronMev),
    bremsstrahlungMev: absorbed(kernel.bremsstrahlungMev),
    photonMev: absorbed(kernel.photonMev),
    alphaMev: kernel.alphaMev,
  };
}

/** Mean of P over each interval of the radii. */
function stayingShares(radiiCm: Float64Array, radiusCm: number): Float64Array {
  const diameter = 2 * radiusCm;
  // the integral of P from 0 to r, r and R in units of R
  const integral = (r: number): number => r - (3 * r * r) / 8 + (r * r * r * r) / 64;
  return Float64Array.from({ length: radiiCm.length - 1 }, (_, shell) => {
    const [inner, outer] = [radiiCm[shell] ?? 0, radiiCm[shell + 1] ?? 0];
    if (inner >= diameter) return 0;
    const stay = integral(Math.min(outer, diameter) / radiusCm) - integral(inner / radiusCm);
    return (stay * radiusCm) / (outer - inner);
  });
}
