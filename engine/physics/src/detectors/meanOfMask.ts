import type { Volume } from '../volume/volumeGeometry.js';

/** The mean of a volume over a mask; NaN for a mask without voxels. */
export function meanOfMask({ data }: Volume, mask: Uint8Array): number {
  let [sum, voxels] = [0, 0];
  for (let voxel = mask.indexOf(1); voxel >= 0; voxel = mask.indexOf(1, voxel + 1)) {
    sum += data[voxel] ?? 0;
    voxels++;
  }
  return sum / voxels;
}
