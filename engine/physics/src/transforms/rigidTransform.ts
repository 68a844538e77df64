import { cos } from '../numerics/cos.js';
import { sin } from '../numerics/sin.js';
import { multiplyMatrices } from '../volume/multiplyMatrices.js';
import { transformPoint } from '../volume/transformPoint.js';
import type { Matrix4, PointLps, RigidTransform } from '../volume/volumeGeometry.js';

/** A rigid motion as a person states it. */
export interface RigidMotion {
  /** Right-handed rotations about the x, y and z axes of LPS, in degrees; applied in that order. */
  readonly rotationDegrees: readonly [number, number, number];
  readonly translationMm: readonly [number, number, number];
  /** The point that the rotation leaves in place. */
  readonly centreLps: PointLps;
  readonly from: string;
  readonly to: string;
}

/** The transform p -> R (p - centre) + centre + translation with R = Rz Ry Rx, from frame of reference `from` to `to`. */
export function rigidTransform({ rotationDegrees, translationMm, centreLps, from, to }: RigidMotion): RigidTransform {
  const [ax, ay, az] = rotationDegrees.map(degrees => (degrees * Math.PI) / 180) as [number, number, number];
  const x: Matrix4 = [1, 0, 0, 0, 0, cos(ax), -sin(ax), 0, 0, sin(ax), cos(ax), 0, 0, 0, 0, 1];
  const y: Matrix4 = [cos(ay), 0, sin(ay), 0, 0, 1, 0, 0, -sin(ay), 0, cos(ay), 0, 0, 0, 0, 1];
  const z: Matrix4 = [cos(az), -sin(az), 0, 0, sin(az), cos(az), 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const r = multiplyMatrices(z, multiplyMatrices(y, x));
  const turned = transformPoint(r, centreLps);
  const shift = (axis: 0 | 1 | 2): number => centreLps[axis] + translationMm[axis] - turned[axis];
  return {
    matrixLps: [r[0], r[1], r[2], shift(0), r[4], r[5], r[6], shift(1), r[8], r[9], r[10], shift(2), 0, 0, 0, 1],
    fromFrameOfReferenceUid: from,
    toFrameOfReferenceUid: to,
  };
}
