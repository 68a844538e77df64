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

function trilinear([nx, ny, nz]: VolumeGeometry['size'], data: ArrayLike<number>, i: number, j: number, k: number): number {
  if (i < 0 || j < 0 || k < 0 || i > nx - 1 || j > ny - 1 || k > nz - 1) return 0;
  const i0 = Math.min(Math.floor(i), Math.max(0, nx - 2));
  const j0 = Math.min(Math.floor(j), Math.max(0, ny - 2));
  const k0 = Math.min(Math.floor(k), Math.max(0, nz - 2));
  const [fi, fj, fk] = [i - i0, j - j0, k - k0];
  const at = (di: number, dj: number, dk: number): number => data[i0 + di + nx * (j0 + dj + ny * (k0 + dk))] ?? 0;
  const line = (dj: number, dk: number): number => at(0, dj, dk) * (1 - fi) + at(1, dj, dk) * fi;
  return (line(0, 0) * (1 - fj) + line(1, 0) * fj) * (1 - fk) + (line(0, 1) * (1 - fj) + line(1, 1) * fj) * fk;
}

/** A point (or, without origin, a direction) of space in voxel indices: the inverse of index to LPS, for orthonormal axes. */
function toIndex({ direction, spacingMm, originLps }: VolumeGeometry, point: Point3, isPoint: boolean): [number, number, number] {
  const [x, y, z] = isPoint ? [point[0] - originLps[0], point[1] - originLps[1], point[2] - originLps[2]] : point;
  const [xi, xj, xk, yi, yj, yk, zi, zj, zk] = direction;
  return [(xi * x + yi * y + zi * z) / spacingMm[0], (xj * x + yj * y + zj * z) / spacingMm[1], (xk * x + yk * y + zk * z) / spacingMm[2]];
}
