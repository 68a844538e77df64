import { indexToLps } from './indexToLps.js';
import type { VolumeGeometry } from './volumeGeometry.js';

// Rounding of decimal strings and float32 matrices stays below this share of a voxel; a real difference of grids does not.
const LARGEST_SHIFT_IN_VOXELS = 1e-3;

/** Whether two volumes have the same voxels: same frame of reference, same size, and opposite corners in the same places to 1/1000 of a voxel. */
export function geometriesEqual(a: VolumeGeometry, b: VolumeGeometry): boolean {
  if (a === b) return true;
  if (a.frameOfReferenceUid !== b.frameOfReferenceUid || a.size.some((n, axis) => n !== b.size[axis])) return false;
  const limit = LARGEST_SHIFT_IN_VOXELS * Math.min(...a.spacingMm);
  return corners(a).every(corner => {
    const p = indexToLps(a, corner);
    const q = indexToLps(b, corner);
    return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]) < limit;
  });
}

/** The first voxel and the far end of each axis: an affine grid is fixed by these four. */
function corners({ size }: VolumeGeometry): readonly [number, number, number][] {
  const [i, j, k] = size;
  return [
    [0, 0, 0],
    [i, 0, 0],
    [0, j, 0],
    [0, 0, k],
  ];
}
