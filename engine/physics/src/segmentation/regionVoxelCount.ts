import type { RegionMask } from './regionMask.js';

/** How many voxels a region has. */
export function regionVoxelCount({ mask }: RegionMask): number {
  let count = 0;
  for (let voxel = 0; voxel < mask.length; voxel++) if (mask[voxel] !== 0) count += 1;
  return count;
}
