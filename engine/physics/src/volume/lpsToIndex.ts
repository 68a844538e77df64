import { lpsToIndexMatrix } from './lpsToIndexMatrix.js';
import { transformPoint } from './transformPoint.js';
import type { PointLps, VolumeGeometry } from './volumeGeometry.js';

/** The voxel index, with fractions, of a point of the patient (LPS mm). For many points use `lpsToIndexMatrix` once. Throws GW_GEOMETRY. */
export function lpsToIndex(geometry: VolumeGeometry, point: PointLps): [number, number, number] {
  const [i, j, k] = transformPoint(lpsToIndexMatrix(geometry), point);
  return [i, j, k];
}
