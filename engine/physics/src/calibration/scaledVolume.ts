import { GraywiseError } from '../errors/GraywiseError.js';
import type { Volume, VoxelUnit } from '../volume/volumeGeometry.js';

/** Every voxel times a factor, in the unit that this makes of it. Throws GW_NOT_FINITE when a voxel is not a finite number. */
export function scaledVolume<U extends VoxelUnit>(volume: Volume, factor: number, unit: U): Volume<U> {
  const data = new Float32Array(volume.data.length);
  for (let voxel = 0; voxel < data.length; voxel++) data[voxel] = (volume.data[voxel] ?? NaN) * factor;
  const fault = data.findIndex(value => !Number.isFinite(value));
  if (fault >= 0) throw new GraywiseError('GW_NOT_FINITE', { unit, found: String(data[fault]) });
  return { geometry: volume.geometry, unit, data };
}
