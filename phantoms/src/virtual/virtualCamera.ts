import { spectCamera, type SpectCamera } from '../camera/spectCamera.js';

/** The frame of reference of everything in a virtual patient. */
export const VIRTUAL_FRAME = '2.25.4';
/** Resolution of the images, full width at half maximum, mm: that of the phantom lu-dotatate. */
export const VIRTUAL_RESOLUTION_MM = 7;

/** What balls of 20 to 45 mm show of it when they are imaged with this camera (rule C12; 6.6 to 6.8 mm): kernels of cameras end, those of Gaussians do not. */
export const VIRTUAL_MEASURED_RESOLUTION_MM = 6.75;

/** The camera of the small phantom, its field no larger than two regions with what surrounds them. */
export const VIRTUAL_CAMERA: SpectCamera = { ...spectCamera('small', VIRTUAL_RESOLUTION_MM), size: [22, 22, 48] };
