import { GraywiseError } from '../errors/GraywiseError.js';
import { gridToIndexMatrix } from '../volume/gridToIndexMatrix.js';
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
  const m = gridToIndexMatrix(region.geometry, scan, transform);
  const [sizeI, sizeJ, sizeK] = scan.size;
  const [ni, nj, nk] = region.geometry.size;
  let voxels = 0;
  let seen = 0;
  let at = 0;
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      // Half a voxel is added: the field of view then runs from 0 to the size along each axis.
      const x0 = m[1] * j + m[2] * k + m[3] + 0.5;
      const y0 = m[5] * j + m[6] * k + m[7] + 0.5;
      const z0 = m[9] * j + m[10] * k + m[11] + 0.5;
      for (let i = 0; i < ni; i++, at++) {
        if (region.mask[at] === 0) continue;
        const x = x0 + m[0] * i;
        const y = y0 + m[4] * i;
        const z = z0 + m[8] * i;
        voxels += 1;
        if (x >= 0 && y >= 0 && z >= 0 && x < sizeI && y < sizeJ && z < sizeK) seen += 1;
      }
    }
  }
  if (voxels === 0) throw new GraywiseError('GW_NO_REGIONS', { where: region.name });
  return seen / voxels;
}
