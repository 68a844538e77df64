import { voxelDoses } from './voxelDoses.js';

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

/** For energies by the kernel: `relativeError` is wanted where the dose is high. */
export function expectedEnergies(mev: Float64Array, densityGPerMl: Float32Array, relativeError: number): ExpectedEnergies {
  const { doses, largest } = voxelDoses(mev, densityGPerMl);
  const error = new Float64Array(mev.length).fill(Infinity);
  for (let voxel = 0; voxel < mev.length; voxel++) {
    const dose = doses[voxel] ?? 0;
    if (dose > 0) error[voxel] = Math.max(relativeError, (MATTERS_FROM * largest - dose) / (BELOW_BY * dose));
  }
  return { mev, error };
}
