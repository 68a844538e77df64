import type { VolumeGeometry } from '@graywise/physics';
import { gridGeometry } from '../geometry/gridGeometry.js';
import { VIRTUAL_CAMERA, VIRTUAL_FRAME } from './virtualCamera.js';

/** The grid of the images of a virtual patient. */
export function virtualField(): VolumeGeometry {
  const { size, voxelMm } = VIRTUAL_CAMERA;
  return gridGeometry(size, [voxelMm, voxelMm, voxelMm], [0, 0, 0], VIRTUAL_FRAME);
}
