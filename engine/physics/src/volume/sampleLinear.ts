import { interpolateLinear } from './interpolateLinear.js';
import { lpsToIndex } from './lpsToIndex.js';
import type { PointLps, Volume } from './volumeGeometry.js';

/** The trilinearly interpolated value at a point (LPS mm), `outside` beyond the outer faces. For many points use `volumeOnGrid`. Throws GW_GEOMETRY. */
export function sampleLinear(volume: Volume, point: PointLps, outside: number): number {
  const [i, j, k] = lpsToIndex(volume.geometry, point);
  return interpolateLinear(volume.data, volume.geometry.size, i, j, k, outside);
}
