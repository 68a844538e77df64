import { GraywiseError } from '../errors/GraywiseError.js';
import { gridToIndexMatrix } from '../volume/gridToIndexMatrix.js';
import { transformPoint } from '../volume/transformPoint.js';
import type { RigidTransform, VolumeGeometry } from '../volume/volumeGeometry.js';
import type { RegionMask } from './regionMask.js';

/**
 * The fraction (0 to 1) of a region's voxels whose centres lie inside the field of view of a scan.
 *
 * @param transform maps points of the region's frame to points of the scan; null when both are in the same frame.
 *
 * Throws GW_NO_REGIONS for a region without voxels, GW_TRANSFORM_FRAMES when the frames of reference do not fit together.
 */
export function coverageOfRegion(region: RegionMask, scan: VolumeGeometry, transform: RigidTransform | null = null): number {
  const matrix = gridToIndexMatrix(region.geometry, scan, transform);
  const [ni, nj] = region.geometry.size;
  let voxels = 0;
  let seen = 0;
  region.mask.forEach((inside, voxel) => {
    if (inside === 0) return;
    voxels += 1;
    const index = transformPoint(matrix, [voxel % ni, Math.floor(voxel / ni) % nj, Math.floor(voxel / (ni * nj))]);
    if (index.every((position, axis) => position >= -0.5 && position < (scan.size[axis] ?? 0) - 0.5)) seen += 1;
  });
  if (voxels === 0) throw new GraywiseError('GW_NO_REGIONS', { where: region.name });
  return seen / voxels;
}
