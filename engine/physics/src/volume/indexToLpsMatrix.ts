import { assertGeometry } from './assertGeometry.js';
import type { Matrix4, VolumeGeometry } from './volumeGeometry.js';

/** The matrix from voxel index (i, j, k; voxel centres at whole numbers) to LPS mm. Throws GW_GEOMETRY for a geometry that is no regular volume. */
export function indexToLpsMatrix(geometry: VolumeGeometry): Matrix4 {
  assertGeometry(geometry);
  const [si, sj, sk] = geometry.spacingMm;
  const [x, y, z] = geometry.originLps;
  const d = geometry.direction;
  return [d[0] * si, d[1] * sj, d[2] * sk, x, d[3] * si, d[4] * sj, d[5] * sk, y, d[6] * si, d[7] * sj, d[8] * sk, z, 0, 0, 0, 1];
}
