import { acos, transformPoint, type PointLps, type RigidTransform } from '@graywise/physics';

/** How far a rigid transform moves a point, mm, and through how large an angle it turns, degrees (from the trace of its rotation). */
export function motionOf({ matrixLps: m }: RigidTransform, at: PointLps): { translationMm: number; rotationDegrees: number } {
  const moved = transformPoint(m, at);
  const cosine = (m[0] + m[5] + m[10] - 1) / 2;
  return {
    translationMm: Math.hypot(moved[0] - at[0], moved[1] - at[1], moved[2] - at[2]),
    rotationDegrees: (acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI,
  };
}
