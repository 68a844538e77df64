import { GraywiseError } from '../errors/GraywiseError.js';
import { transformPoint } from './transformPoint.js';
import type { Matrix4 } from './volumeGeometry.js';

/** The inverse of an affine matrix (last row 0 0 0 1). Throws GW_GEOMETRY when it has none. `where` names it in the message. */
export function invertMatrix(matrix: Matrix4, where = 'an affine matrix'): Matrix4 {
  const [a, b, c, x, d, e, f, y, g, h, i, z] = matrix;
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (!Number.isFinite(1 / determinant)) throw new GraywiseError('GW_GEOMETRY', { where, found: `determinant ${String(determinant)}` });
  const s = 1 / determinant;
  // prettier-ignore: rows of a matrix
  const linear: Matrix4 = [
    s * (e * i - f * h),
    s * (c * h - b * i),
    s * (b * f - c * e),
    0,
    s * (f * g - d * i),
    s * (a * i - c * g),
    s * (c * d - a * f),
    0,
    s * (d * h - e * g),
    s * (b * g - a * h),
    s * (a * e - b * d),
    0,
    0,
    0,
    0,
    1,
  ];
  const [tx, ty, tz] = transformPoint(linear, [-x, -y, -z]);
  return [linear[0], linear[1], linear[2], tx, linear[4], linear[5], linear[6], ty, linear[8], linear[9], linear[10], tz, 0, 0, 0, 1];
}
