import type { Matrix4, PointLps } from './volumeGeometry.js';

/** The point that an affine matrix (last row 0 0 0 1) maps `point` to. */
export function transformPoint(matrix: Matrix4, point: PointLps): PointLps {
  const [x, y, z] = point;
  return [
    matrix[0] * x + matrix[1] * y + matrix[2] * z + matrix[3],
    matrix[4] * x + matrix[5] * y + matrix[6] * z + matrix[7],
    matrix[8] * x + matrix[9] * y + matrix[10] * z + matrix[11],
  ];
}
