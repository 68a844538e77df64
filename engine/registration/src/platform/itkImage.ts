import { GraywiseError, voxelCount, type VolumeGeometry } from '@graywise/physics';
import type { ItkImage } from './itkPlatform.js';

/**
 * Most voxels of one image: elastix on two float32 images of this size stays well within the 4 GiB that WebAssembly can address
 * (a pair of 8.4 million voxels was measured at 0.75 GB, a pair of 79 million ends in an abort).
 */
const MOST_VOXELS = 25_000_000;

/**
 * An image as the pipelines take it: float32, direction row by row in a Float64Array, LPS mm. `data` null: a grid whose values do not matter.
 *
 * The pipelines copy the whole buffer under a typed array, not the part that a view shows, and mixed pixel types make them stop; so the data is
 * copied unless it is a float32 array that fills its buffer. Throws GW_IMAGE_TOO_LARGE.
 */
export function itkImage(geometry: VolumeGeometry, data: ArrayLike<number> | null): ItkImage {
  const voxels = voxelCount(geometry);
  if (voxels > MOST_VOXELS) throw new GraywiseError('GW_IMAGE_TOO_LARGE', { expected: MOST_VOXELS, found: voxels });
  return {
    imageType: { dimension: 3, componentType: 'float32', pixelType: 'Scalar', components: 1 },
    name: '',
    origin: [...geometry.originLps],
    spacing: [...geometry.spacingMm],
    direction: Float64Array.from(geometry.direction),
    size: [...geometry.size],
    metadata: new Map(),
    data: data === null ? new Float32Array(voxels) : fillsItsBuffer(data) ? data : Float32Array.from(data),
  };
}

function fillsItsBuffer(data: ArrayLike<number>): data is Float32Array {
  return data instanceof Float32Array && data.byteLength === data.buffer.byteLength;
}
