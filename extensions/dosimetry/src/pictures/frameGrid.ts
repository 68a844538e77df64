import type { Camera, Point3 } from '@graywise/extension-core';
import { indexToLps, type VolumeGeometry } from '@graywise/physics';

/** Room around what is framed. */
const MARGIN = 1.03;

const dot = (a: Point3, b: Point3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const plus = (a: Point3, b: Point3, factor: number): Point3 => [a[0] + factor * b[0], a[1] + factor * b[1], a[2] + factor * b[2]];
const cross = (a: Point3, b: Point3): Point3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

/**
 * The camera moved within its plane and zoomed so that a grid fills the viewport: the dose grid is cropped to the body, so the body fills the picture.
 *
 * @param aspect - width of the viewport over its height
 */
export function frameGrid(camera: Camera, grid: VolumeGeometry, aspect: number): Pick<Camera, 'focalPoint' | 'position' | 'parallelScale'> {
  const { focalPoint, position, viewUp, viewPlaneNormal } = camera;
  const right = cross(viewUp, viewPlaneNormal);
  const corners = cornersOf(grid).map(corner => plus(corner, focalPoint, -1));
  const [acrossFrom, acrossTo] = rangeOf(corners.map(corner => dot(corner, right)));
  const [upFrom, upTo] = rangeOf(corners.map(corner => dot(corner, viewUp)));
  const moved = (point: Point3): Point3 => plus(plus(point, right, (acrossFrom + acrossTo) / 2), viewUp, (upFrom + upTo) / 2);
  return {
    focalPoint: moved(focalPoint),
    position: moved(position),
    parallelScale: (MARGIN * Math.max(upTo - upFrom, (acrossTo - acrossFrom) / aspect)) / 2,
  };
}

function cornersOf(grid: VolumeGeometry): Point3[] {
  const [nx, ny, nz] = grid.size;
  return [0, nx - 1].flatMap(i => [0, ny - 1].flatMap(j => [0, nz - 1].map(k => indexToLps(grid, [i, j, k]))));
}

function rangeOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
