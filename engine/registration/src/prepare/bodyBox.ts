import { indexToLpsMatrix, transformPoint, type PointLps } from '@graywise/physics';
import type { PreparedImage } from './preparedImage.js';

/** The box around a body along the axes of LPS, mm, from voxel centre to voxel centre. */
export interface BodyBox {
  readonly low: PointLps;
  readonly high: PointLps;
  readonly middle: PointLps;
  readonly corners: readonly PointLps[];
}

/** Finds the box around the body of a prepared image. */
export function bodyBox({ geometry, body }: PreparedImage): BodyBox {
  const [nx, ny] = geometry.size;
  const toLps = indexToLpsMatrix(geometry);
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  body.forEach((inside, voxel) => {
    if (!inside) return;
    const point = transformPoint(toLps, [voxel % nx, Math.floor(voxel / nx) % ny, Math.floor(voxel / (nx * ny))]);
    for (const axis of [0, 1, 2] as const) {
      low[axis] = Math.min(low[axis], point[axis]);
      high[axis] = Math.max(high[axis], point[axis]);
    }
  });
  return {
    low,
    high,
    middle: [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2],
    corners: [low[0], high[0]].flatMap(x => [low[1], high[1]].flatMap(y => [low[2], high[2]].map((z): PointLps => [x, y, z]))),
  };
}
