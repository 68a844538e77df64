import { indexToLpsMatrix } from './indexToLpsMatrix.js';
import { transformPoint } from './transformPoint.js';
import type { PointLps, VolumeGeometry } from './volumeGeometry.js';

/** Where a voxel index (fractions allowed) is in the patient, LPS mm. For many points use `indexToLpsMatrix` once. Throws GW_GEOMETRY. */
export function indexToLps(geometry: VolumeGeometry, index: readonly [number, number, number]): PointLps {
  return transformPoint(indexToLpsMatrix(geometry), index);
}
