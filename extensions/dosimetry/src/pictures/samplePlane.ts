import type { Point3 } from '@graywise/extension-core';
import type { VolumeGeometry } from '@graywise/physics';

/** A raster on a plane in space: its first point, and the steps to the next point in a row and to the next row, all in mm LPS. */
export interface PlaneRaster {
  readonly first: Point3;
  readonly alongRow: Point3;
  readonly alongColumn: Point3;
  readonly columns: number;
  readonly rows: number;
}

/** Values of a volume on a plane, by trilinear interpolation; 0 outside. Row by row. */
export function samplePlane(geometry: VolumeGeometry, data: ArrayLike<number>, raster: PlaneRaster): Float32Array {
  const start = toIndex(geometry, raster.first, true);
  const step = toIndex(geometry, raster.alongRow, false);
  const down = toIndex(geometry, raster.alongColumn, false);
  const values = new Float32Array(raster.columns * raster.rows);
  for (let row = 0; row < raster.rows; row++) {
    for (let column = 0; column < raster.columns; column++) {
      const i = start[0] + column * step[0] + row * down[0];
      const j = start[1] + column * step[1] + row * down[1];
      const k = start[2] + column * step[2] + row * down[2];
      values[row * raster.columns + column] = trilinear(geometry.size, data, i, j, k);
    }
  }
  return values;
}

/** Written out line by line: this runs for every point of every line at every picture. */
function trilinear([nx, ny, nz]: VolumeGeometry['size'], data: ArrayLike<number>, i: number, j: number, k: number): number {
  if (!(i >= 0 && j >= 0 && k >= 0 && i <= nx - 1 && j <= ny - 1 && k <= nz - 1)) return 0;
  const i0 = Math.min(Math.floor(i), Math.max(0, nx - 2));
  const j0 = Math.min(Math.floor(j), Math.max(0, ny - 2));
  const k0 = Math.min(Math.floor(k), Math.max(0, nz - 2));
  const fi = i - i0;
  const fj = j - j0;
  const near = i0 + nx * (j0 + ny * k0);
  const far = near + nx * ny;
  const front = bilinear(data, near, nx, fi, fj);
  return front + (bilinear(data, far, nx, fi, fj) - front) * (k - k0);
}

function bilinear(data: ArrayLike<number>, at: number, nx: number, fi: number, fj: number): number {
  const a = data[at] ?? 0;
  const c = data[at + nx] ?? 0;
  const above = a + ((data[at + 1] ?? 0) - a) * fi;
  const below = c + ((data[at + nx + 1] ?? 0) - c) * fi;
  return above + (below - above) * fj;
}

/** A point (or, without origin, a direction) of space in voxel indices: the inverse of index to LPS, for orthonormal axes. */
function toIndex({ direction, spacingMm, originLps }: VolumeGeometry, point: Point3, isPoint: boolean): [number, number, number] {
  const [x, y, z] = isPoint ? [point[0] - originLps[0], point[1] - originLps[1], point[2] - originLps[2]] : point;
  const [xi, xj, xk, yi, yj, yk, zi, zj, zk] = direction;
  return [(xi * x + yi * y + zi * z) / spacingMm[0], (xj * x + yj * y + zj * z) / spacingMm[1], (xk * x + yk * y + zk * z) / spacingMm[2]];
}
