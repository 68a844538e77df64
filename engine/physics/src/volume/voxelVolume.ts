import { millilitre, type Millilitre } from '../quantities/quantity.js';
import type { VolumeGeometry } from './volumeGeometry.js';

/** The volume of one voxel. */
export function voxelVolume({ spacingMm }: VolumeGeometry): Millilitre {
  return millilitre((spacingMm[0] * spacingMm[1] * spacingMm[2]) / 1000);
}
