import type { RegionMask } from './regionMask.js';

/** How many voxels a region has. */
export function regionVoxelCount({ mask }: RegionMask): number {
  let count = 0;
  for (const inside of mask) if (inside !== 0) count += 1;
  return count;
}
