import { composeTransforms, transformPoint, type PointLps, type RigidTransform } from '@graywise/physics';

/** Forward and then backward, how far from where it was the worst of the points ends, mm. 0 when `backward` undoes `forward`. */
export function inverseConsistency(forward: RigidTransform, backward: RigidTransform, points: readonly PointLps[]): number {
  const { matrixLps } = composeTransforms(forward, backward);
  const residuals = points.map(point => {
    const [x, y, z] = transformPoint(matrixLps, point);
    return Math.hypot(x - point[0], y - point[1], z - point[2]);
  });
  return Math.max(...residuals);
}
