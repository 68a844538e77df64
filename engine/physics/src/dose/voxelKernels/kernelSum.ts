import type { VoxelKernel } from './voxelKernel.js';

/** Energy that the whole kernel holds, alphas included, MeV per decay: each voxel of the octant stands for all its mirror images. */
export function kernelSum({ absorbedMev, halfSize: [hx, hy], alphaMev }: VoxelKernel): number {
  let sum = alphaMev;
  absorbedMev.forEach((energy, index) => {
    const [i, j, k] = [index % (hx + 1), Math.floor(index / (hx + 1)) % (hy + 1), Math.floor(index / ((hx + 1) * (hy + 1)))];
    sum += energy * (i === 0 ? 1 : 2) * (j === 0 ? 1 : 2) * (k === 0 ? 1 : 2);
  });
  return sum;
}
