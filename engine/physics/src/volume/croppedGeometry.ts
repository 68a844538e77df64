import { GraywiseError } from '../errors/GraywiseError.js';
import { indexToLps } from './indexToLps.js';
import type { VolumeGeometry } from './volumeGeometry.js';

/**
 * The part of a grid from voxel `first` to voxel `last`, both kept. Voxels stay where they are in the patient.
 * Throws GW_GEOMETRY when that is no part of the grid.
 */
export function croppedGeometry(
  geometry: VolumeGeometry,
  first: readonly [number, number, number],
  last: readonly [number, number, number],
): VolumeGeometry {
  const inside = first.every(
    (from, axis) => from >= 0 && from <= (last[axis] ?? NaN) && (last[axis] ?? NaN) < (geometry.size[axis] ?? NaN),
  );
  if (!inside)
    throw new GraywiseError('GW_GEOMETRY', { where: 'the cropped volume', found: `voxels ${first.join(',')} to ${last.join(',')}` });
  return {
    ...geometry,
    size: [last[0] - first[0] + 1, last[1] - first[1] + 1, last[2] - first[2] + 1],
    originLps: indexToLps(geometry, first),
  };
}
