import type { Point3 } from '@graywise/extension-core';
import { indexToLps, type RegionMask } from '@graywise/physics';

/** The centre of mass of a region in mm LPS, where one wants to look; null for an empty one. */
export function regionCentre({ geometry, mask }: RegionMask): Point3 | null {
  const [columns, rows, slices] = geometry.size;
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  let voxel = 0;
  for (let k = 0; k < slices; k++) {
    for (let j = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++, voxel++) {
        if (mask[voxel] === 0) continue;
        sum[0] += i;
        sum[1] += j;
        sum[2] += k;
        count += 1;
      }
    }
  }
  return count === 0 ? null : indexToLps(geometry, [sum[0] / count, sum[1] / count, sum[2] / count]);
}
