/** One mask of `voxels` voxels that holds the voxels of all. */
export function unionMask(masks: readonly Uint8Array[], voxels: number): Uint8Array {
  const union = new Uint8Array(voxels);
  for (const mask of masks) for (let voxel = mask.indexOf(1); voxel >= 0; voxel = mask.indexOf(1, voxel + 1)) union[voxel] = 1;
  return union;
}
