import { GAS_G_PER_ML } from '@graywise/physics';

/** Doses of voxels of one size, energy over density in any unit, and the largest of them. Gas has none. */
export function voxelDoses(energies: Float64Array, densityGPerMl: Float32Array): { doses: Float64Array; largest: number } {
  const doses = new Float64Array(energies.length);
  let largest = 0;
  for (let voxel = 0; voxel < energies.length; voxel++) {
    const density = densityGPerMl[voxel] ?? 0;
    const dose = density < GAS_G_PER_ML ? 0 : (energies[voxel] ?? 0) / density;
    doses[voxel] = dose;
    largest = Math.max(largest, dose);
  }
  return { doses, largest };
}
