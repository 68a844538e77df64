import type { KernelMedium } from './pointKernelTables.js';

/**
 * What a point source of a nuclide leaves around it in an unbounded medium: MeV per decay of the parent absorbed within each radius, by what carried it.
 * Alpha particles and recoiling nuclei stay at the source (their ranges are below 0.1 mm) and stand apart: their dose is another quantity.
 */
export interface RadialKernel {
  readonly nuclide: string;
  readonly medium: KernelMedium;
  readonly densityGPerMl: number;
  /** Ascending from 0. */
  readonly radiiCm: Float64Array;
  /** Collisions of beta particles, conversion and Auger electrons. */
  readonly electronMev: Float64Array;
  /** Photons that those electrons radiated. */
  readonly bremsstrahlungMev: Float64Array;
  /** Gamma rays, X-rays and annihilation photons. */
  readonly photonMev: Float64Array;
  readonly alphaMev: number;
  /** All that is emitted, MeV per decay: electrons with what they radiate, photons, alphas with recoil. */
  readonly emittedMev: { readonly electron: number; readonly photon: number; readonly alpha: number };
}
