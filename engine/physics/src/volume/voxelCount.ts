import type { VolumeGeometry } from './volumeGeometry.js';

/** How many voxels a volume has: the length of its data. */
export function voxelCount({ size }: VolumeGeometry): number {
  return size[0] * size[1] * size[2];
}
