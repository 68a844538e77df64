import { geometriesEqual } from '../volume/geometriesEqual.js';
import { gridToIndexMatrix } from '../volume/gridToIndexMatrix.js';
import { interpolateLinear } from '../volume/interpolateLinear.js';
import type { RigidTransform, VolumeGeometry } from '../volume/volumeGeometry.js';
import { voxelCount } from '../volume/voxelCount.js';
import type { RegionMask } from './regionMask.js';

/** A written position is rounded: an outline that runs through the centres of voxels must not depend on the last digits. In voxels. */
const ROUNDING = 1e-4;

/** The part of a mask that holds the region, with a border of empty voxels. */
interface Boxed {
  readonly mask: Uint8Array;
  /** Index of its first voxel in the grid of the region, -1 or more. */
  readonly low: readonly [number, number, number];
  readonly size: readonly [number, number, number];
}

/**
 * A region on another grid: a voxel belongs to it where the mask, interpolated linearly, is one half or more; outside the old grid it is 0.
 *
 * The half level of the interpolated mask follows the outline between the voxels it was drawn on. Taking the nearest voxel instead moves the outline
 * to the steps of the old grid, and each misplaced edge voxel trades activity of the region for background: on a CT of 3 mm slices it reads a sphere
 * of 56 mL 2 % lower.
 *
 * @param transform maps points of the grid's frame to points of the region's frame; null when both are in the same frame.
 *
 * Throws GW_TRANSFORM_FRAMES when the frames of reference do not fit together, GW_GEOMETRY for a geometry that is no regular volume.
 */
export function maskOnGrid(region: RegionMask, grid: VolumeGeometry, transform: RigidTransform | null = null): RegionMask {
  if (transform === null && geometriesEqual(region.geometry, grid)) return { ...region, geometry: grid };
  const m = gridToIndexMatrix(grid, region.geometry, transform);
  const { mask: boxed, low, size } = boxOf(region);
  const [ni, nj, nk] = grid.size;
  const mask = new Uint8Array(voxelCount(grid));
  let at = 0;
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      const x0 = m[1] * j + m[2] * k + m[3] - low[0];
      const y0 = m[5] * j + m[6] * k + m[7] - low[1];
      const z0 = m[9] * j + m[10] * k + m[11] - low[2];
      for (let i = 0; i < ni; i++, at++) {
        const x = x0 + m[0] * i;
        const y = y0 + m[4] * i;
        const z = z0 + m[8] * i;
        if (interpolateLinear(boxed, size, x, y, z, 0) >= 0.5 - ROUNDING) mask[at] = 1;
      }
    }
  }
  return { ...region, geometry: grid, mask };
}

/** The border makes an outline the same whether the grid of the region ends with it or goes on: some programs store only the slices that are drawn on. */
function boxOf({ mask, geometry }: RegionMask): Boxed {
  const [ni, nj] = geometry.size;
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  const indexOf = (voxel: number): [number, number, number] => [voxel % ni, Math.floor(voxel / ni) % nj, Math.floor(voxel / (ni * nj))];
  for (let voxel = mask.indexOf(1); voxel >= 0; voxel = mask.indexOf(1, voxel + 1)) {
    const index = indexOf(voxel);
    for (const axis of [0, 1, 2] as const) {
      low[axis] = Math.min(low[axis], index[axis] - 1);
      high[axis] = Math.max(high[axis], index[axis] + 1);
    }
  }
  if (high[0] < 0) return { mask: new Uint8Array(1), low: [0, 0, 0], size: [1, 1, 1] };
  const size: [number, number, number] = [high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1];
  const boxed = new Uint8Array(size[0] * size[1] * size[2]);
  for (let voxel = mask.indexOf(1); voxel >= 0; voxel = mask.indexOf(1, voxel + 1)) {
    const [i, j, k] = indexOf(voxel);
    boxed[i - low[0] + size[0] * (j - low[1] + size[1] * (k - low[2]))] = 1;
  }
  return { mask: boxed, low, size };
}
