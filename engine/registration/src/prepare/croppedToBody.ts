import { croppedGeometry } from '@graywise/physics';
import { alongAxes } from './alongAxes.js';
import type { PreparedImage } from './preparedImage.js';

/** Room kept around the body, mm: its outline must stay visible when the other body lies a little aside. */
const MARGIN_MM = 20;

/** The part of a prepared image that holds its body, with a margin: elastix draws its samples from the whole image, and air tells it nothing. */
export function croppedToBody({ geometry, data, body }: PreparedImage): PreparedImage {
  const { size, spacingMm } = geometry;
  const [nx, ny] = size;
  const indices = (voxel: number): [number, number, number] => [voxel % nx, Math.floor(voxel / nx) % ny, Math.floor(voxel / (nx * ny))];
  const low: [number, number, number] = [...size];
  const high: [number, number, number] = [0, 0, 0];
  body.forEach((inside, voxel) => {
    if (!inside) return;
    indices(voxel).forEach((index, axis) => {
      low[axis as 0] = Math.min(low[axis as 0], index);
      high[axis as 0] = Math.max(high[axis as 0], index);
    });
  });
  const margin = alongAxes(axis => Math.ceil(MARGIN_MM / spacingMm[axis]));
  const first = alongAxes(axis => Math.max(0, low[axis] - margin[axis]));
  const last = alongAxes(axis => Math.min(size[axis] - 1, high[axis] + margin[axis]));
  const keep = (_value: number, voxel: number): boolean =>
    indices(voxel).every((index, axis) => index >= first[axis as 0] && index <= last[axis as 0]);
  return { geometry: croppedGeometry(geometry, first, last), data: data.filter(keep), body: body.filter(keep) };
}
