import { GAS_G_PER_ML, type VoxelKernel } from '@graywise/physics';
import type { TransportGrid } from '../transportGrid.js';
import { spreadByKernel } from './spreadByKernel.js';

/** About what electrons leave in each voxel, and how well it has to be known; by voxel. */
export interface ExpectedEnergies {
  /** MeV, by the kernel of soft tissue wherever. */
  readonly mev: Float64Array;
  /** Relative standard uncertainty that is small enough; infinite where there is no dose. */
  readonly error: Float64Array;
}

/** The share of the largest dose above which the error is to be even; below the tenth where it counts, because the kernel only estimates the dose. */
const MATTERS_FROM = 0.09;
/** A voxel with less dose than that lies below it by so many standard uncertainties: by chance alone it never comes to be counted. */
const BELOW_BY = 5;

/** The energies of decays by the kernel; `relativeError` is wanted where the dose is high. */
export function expectedEnergies(
  { size, densityGPerMl }: TransportGrid,
  decays: Float64Array,
  kernel: VoxelKernel,
  relativeError: number,
): ExpectedEnergies {
  const mev = new Float64Array(decays.length);
  spreadByKernel(decays, size, kernel, mev);
  const doses = mev.map((energy, voxel) => ((densityGPerMl[voxel] ?? 0) < GAS_G_PER_ML ? 0 : energy / (densityGPerMl[voxel] ?? 1)));
  const least = MATTERS_FROM * doses.reduce((largest, dose) => Math.max(largest, dose), 0);
  return { mev, error: doses.map(dose => (dose > 0 ? Math.max(relativeError, (least - dose) / (BELOW_BY * dose)) : Infinity)) };
}
