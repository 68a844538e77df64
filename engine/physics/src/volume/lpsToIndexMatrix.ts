import { indexToLpsMatrix } from './indexToLpsMatrix.js';
import { invertMatrix } from './invertMatrix.js';
import type { Matrix4, VolumeGeometry } from './volumeGeometry.js';

/** The matrix from LPS mm to voxel index (fractional; voxel centres at whole numbers). Throws GW_GEOMETRY for a geometry that is no regular volume. */
export function lpsToIndexMatrix(geometry: VolumeGeometry): Matrix4 {
  return invertMatrix(indexToLpsMatrix(geometry), 'the volume');
}
