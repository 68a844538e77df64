import { geometriesEqual } from '../volume/geometriesEqual.js';
import { gridToIndexMatrix } from '../volume/gridToIndexMatrix.js';
import type { RigidTransform, VolumeGeometry } from '../volume/volumeGeometry.js';
import { voxelCount } from '../volume/voxelCount.js';
import type { RegionMask } from './regionMask.js';

/**
 * A region on another grid: each voxel of the grid takes the value of the voxel that holds its centre; outside the old grid it is 0.
 *
 * @param transform maps points of the grid's frame to points of the region's frame; null when both are in the same frame.
 *
 * Throws GW_TRANSFORM_FRAMES when the frames of reference do not fit together, GW_GEOMETRY for a geometry that is no regular volume.
 */
export function maskOnGrid(region: RegionMask, grid: VolumeGeometry, transform: RigidTransform | null = null): RegionMask {
  if (transform === null && geometriesEqual(region.geometry, grid)) return { ...region, geometry: grid };
  const m = gridToIndexMatrix(grid, region.geometry, transform);
  const [sizeI, sizeJ, sizeK] = region.geometry.size;
  const [ni, nj, nk] = grid.size;
  const mask = new Uint8Array(voxelCount(grid));
  let at = 0;
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      // Half a voxel is added so that rounding down finds the voxel that holds the point.
      const x0 = m[1] * j + m[2] * k + m[3] + 0.5;
      const y0 = m[5] * j + m[6] * k + m[7] + 0.5;
      const z0 = m[9] * j + m[10] * k + m[11] + 0.5;
      for (let i = 0; i < ni; i++, at++) {
        const x = Math.floor(x0 + m[0] * i);
        const y = Math.floor(y0 + m[4] * i);
        const z = Math.floor(z0 + m[8] * i);
        if (x < 0 || y < 0 || z < 0 || x >= sizeI || y >= sizeJ || z >= sizeK) continue;
        mask[at] = region.mask[x + sizeI * (y + sizeJ * z)] ?? 0;
      }
    }
  }
  return { ...region, geometry: grid, mask };
}
