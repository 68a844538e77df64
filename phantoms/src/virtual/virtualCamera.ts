import type { VolumeGeometry } from '@graywise/physics';
import { spectCamera, type SpectCamera } from '../camera/spectCamera.js';
import { gridGeometry } from '../geometry/gridGeometry.js';

/** The frame of reference of everything in a virtual patient. */
export const VIRTUAL_FRAME = '2.25.4';
/** Resolution of the images, full width at half maximum, mm: that of the phantom lu-dotatate. */
export const VIRTUAL_RESOLUTION_MM = 7;

/** What balls of 20 to 45 mm show of it when they are imaged with this camera (rule C12; 6.6 to 6.8 mm): kernels of cameras end, those of Gaussians do not. */
export const VIRTUAL_MEASURED_RESOLUTION_MM = 6.75;

/** The camera of the small phantom, its field no larger than two regions with what surrounds them. */
export const VIRTUAL_CAMERA: SpectCamera = { ...spectCamera('small', VIRTUAL_RESOLUTION_MM), size: [22, 22, 48] };

/** The grid of the images. */
export function virtualField(): VolumeGeometry {
  const { size, voxelMm } = VIRTUAL_CAMERA;
  return gridGeometry(size, [voxelMm, voxelMm, voxelMm], [0, 0, 0], VIRTUAL_FRAME);
}

/** The grid of the CT on which regions are outlined: voxels as those of the phantom's full CT. */
export function virtualCtGrid(): VolumeGeometry {
  return gridGeometry([54, 54, 77], [1.95, 1.95, 3], [0, 0, 0], VIRTUAL_FRAME);
}
