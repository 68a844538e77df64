import { lpsToIndex } from './lpsToIndex.js';
import type { PointLps, Volume } from './volumeGeometry.js';

/** The value of the voxel that holds a point (LPS mm), `outside` beyond the outer faces. For many points use `volumeOnGrid`. Throws GW_GEOMETRY. */
export function sampleNearest(volume: Volume, point: PointLps, outside = NaN): number {
  const { size } = volume.geometry;
  const [i, j, k] = lpsToIndex(volume.geometry, point).map(index => Math.floor(index + 0.5)) as [number, number, number];
  if (i < 0 || j < 0 || k < 0 || i >= size[0] || j >= size[1] || k >= size[2]) return outside;
  return volume.data[i + size[0] * (j + size[1] * k)] ?? outside;
}
