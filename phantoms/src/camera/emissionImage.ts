import type { VolumeGeometry } from '@graywise/physics';
import { gridGeometry } from '../geometry/gridGeometry.js';
import { paintSlice, type PaintedBody } from '../geometry/paintSlice.js';
import { gaussianKernel } from './gaussianKernel.js';

/** Taken from the global object once: in jest's sandbox every look at it costs more than the sum that follows. */
const { max, sqrt } = Math;

/** Fine samples per voxel along each axis; lines per fine sample along y and z. */
const FINE = 2;
const LINES = 3;
/** Fine samples on either side of a voxel's centre: 12.2 mm at 4.42 mm voxels, four standard deviations of a 7 mm resolution. */
const REACH = 6;

/**
 * A painted distribution as a camera of Gaussian resolution `sigmaMm` (standard deviation) samples it at the centres of its voxels, which are cubes.
 *
 * The distribution is averaged over fine voxels of half the size (exact along x), convolved with what is left of the Gaussian after that averaging, and taken
 * at the centres. Sums are kept. With `sigmaMm` 0 the value is that of the distribution at the centre.
 */
export function emissionImage(bodies: readonly PaintedBody[], geometry: VolumeGeometry, sigmaMm: number): Float32Array {
  const [columns, rows, slices] = geometry.size;
  const image = new Float32Array(columns * rows * slices);
  if (sigmaMm === 0) {
    for (let k = 0; k < slices; k++)
      paintSlice(bodies, geometry, k, 'centre', image.subarray(k * columns * rows, (k + 1) * columns * rows));
    return image;
  }
  const fine = fineGeometry(geometry);
  const step = fine.spacingMm[0];
  const kernel = gaussianKernel(sqrt(sigmaMm ** 2 - step ** 2 / 12), step, -(REACH - 0.5) * step);
  const slice = new Float32Array(fine.size[0] * fine.size[1]);
  const narrow = new Float32Array(columns * fine.size[1]);
  const plane = new Float32Array(columns * rows);
  for (let fineK = 0; fineK < fine.size[2]; fineK++) {
    paintSlice(bodies, fine, fineK, LINES, slice);
    reduceRows(slice, fine.size[0], fine.size[1], kernel, narrow);
    reduceColumns(narrow, columns, fine.size[1], kernel, plane);
    addToSlices(plane, fineK, kernel, image, slices);
  }
  return image;
}

/** Half the voxel size, and enough further samples along z for activity beyond the field of view to be seen inside it. */
function fineGeometry({ size, spacingMm, originLps }: VolumeGeometry): VolumeGeometry {
  const centre = ([0, 1, 2] as const).map(axis => originLps[axis] + (spacingMm[axis] * (size[axis] - 1)) / 2) as [number, number, number];
  return gridGeometry(
    [size[0] * FINE, size[1] * FINE, size[2] * FINE + 2 * (REACH - 1)],
    [spacingMm[0] / FINE, spacingMm[1] / FINE, spacingMm[2] / FINE],
    centre,
    '',
  );
}

function reduceRows(source: Float32Array, sourceColumns: number, rows: number, kernel: Float64Array, target: Float32Array): void {
  const columns = sourceColumns / FINE;
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const first = FINE * i + 1 - REACH;
      let sum = 0;
      for (let n = max(0, -first); n < kernel.length && first + n < sourceColumns; n++)
        sum += (kernel[n] ?? 0) * (source[j * sourceColumns + first + n] ?? 0);
      target[j * columns + i] = sum;
    }
  }
}

function reduceColumns(source: Float32Array, columns: number, sourceRows: number, kernel: Float64Array, target: Float32Array): void {
  target.fill(0);
  for (let j = 0; j < sourceRows / FINE; j++) {
    const first = FINE * j + 1 - REACH;
    for (let n = max(0, -first); n < kernel.length && first + n < sourceRows; n++) {
      const [weight, from, to] = [kernel[n] ?? 0, (first + n) * columns, j * columns];
      for (let i = 0; i < columns; i++) target[to + i] = (target[to + i] ?? 0) + weight * (source[from + i] ?? 0);
    }
  }
}

/** Adds a fine plane, which begins REACH - 1 planes before the first slice, to every slice within reach. */
function addToSlices(plane: Float32Array, fineK: number, kernel: Float64Array, image: Float32Array, slices: number): void {
  for (let n = 0; n < kernel.length; n++) {
    const twice = fineK - n;
    if (twice < 0 || twice % FINE !== 0 || twice / FINE >= slices) continue;
    const start = (twice / FINE) * plane.length;
    const weight = kernel[n] ?? 0;
    for (let i = 0; i < plane.length; i++) image[start + i] = (image[start + i] ?? 0) + weight * (plane[i] ?? 0);
  }
}
