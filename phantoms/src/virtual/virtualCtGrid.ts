import type { VolumeGeometry } from '@graywise/physics';
import { gridGeometry } from '../geometry/gridGeometry.js';
import { VIRTUAL_FRAME } from './virtualCamera.js';

/** The grid of the CT on which regions are outlined: voxels as those of the phantom's full CT. */
export function virtualCtGrid(): VolumeGeometry {
  return gridGeometry([54, 54, 77], [1.95, 1.95, 3], [0, 0, 0], VIRTUAL_FRAME);
}
