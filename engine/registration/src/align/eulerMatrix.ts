import { cos, sin, type Matrix4 } from '@graywise/physics';
import type { Transform } from 'itk-wasm';

/**
 * The matrix of an ITK Euler3D transform in LPS mm: p -> R (p - centre) + centre + translation with R = Rz Rx Ry (itk::Euler3DTransform, ITK 5).
 *
 * Its parameters are three angles in rad about x, y, z and the translation in mm; its fixed parameters the centre and a flag for another order of
 * rotation, which elastix never sets. Anything else is a fault of ours and throws an Error.
 */
export function eulerMatrix(transform: Transform): Matrix4 {
  const [ax = NaN, ay = NaN, az = NaN, tx = NaN, ty = NaN, tz = NaN] = Array.from(transform.parameters, Number);
  const [px = NaN, py = NaN, pz = NaN, otherOrder = 0] = Array.from(transform.fixedParameters, Number);
  if (transform.transformType.transformParameterization !== 'Euler3D' || otherOrder !== 0 || Number.isNaN(tz + pz)) {
    throw new Error(`Expected an Euler3D transform, found ${transform.transformType.transformParameterization}`);
  }
  const [sx, cx, sy, cy, sz, cz] = [sin(ax), cos(ax), sin(ay), cos(ay), sin(az), cos(az)];
  const [a, b, c] = [cz * cy - sz * sx * sy, -sz * cx, cz * sy + sz * sx * cy];
  const [d, e, f] = [sz * cy + cz * sx * sy, cz * cx, sz * sy - cz * sx * cy];
  const [g, h, i] = [-cx * sy, sx, cx * cy];
  const x = tx + px - (a * px + b * py + c * pz);
  const y = ty + py - (d * px + e * py + f * pz);
  const z = tz + pz - (g * px + h * py + i * pz);
  return [a, b, c, x, d, e, f, y, g, h, i, z, 0, 0, 0, 1];
}
