import type { VolumeGeometry } from '../../volume/volumeGeometry.js';
import type { Box } from './blurredMask.js';

/** Visits the voxels of a box in the order of data: index in the grid, index in the box, and the position in the grid (one array, rewritten). */
export function forEachVoxel(
  { low, size }: Box,
  { size: [nx, ny] }: VolumeGeometry,
  visit: (at: number, inBox: number, index: readonly number[]) => void,
): void {
  const index = [0, 0, 0];
  let inBox = 0;
  for (let k = 0; k < size[2]; k++)
    for (let j = 0; j < size[1]; j++) {
      let at = low[0] + nx * (low[1] + j + ny * (low[2] + k));
      index[1] = low[1] + j;
      index[2] = low[2] + k;
      for (let i = 0; i < size[0]; i++) {
        index[0] = low[0] + i;
        visit(at++, inBox++, index);
      }
    }
}
