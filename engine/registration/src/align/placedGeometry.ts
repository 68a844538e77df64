import { transformPoint, type Matrix3, type RigidTransform, type VolumeGeometry } from '@graywise/physics';

/** The grid as it lies after a rigid move of everything in it. `move` starts in the grid's frame of reference. */
export function placedGeometry(geometry: VolumeGeometry, move: RigidTransform): VolumeGeometry {
  const [a, b, c, , d, e, f, , g, h, i] = move.matrixLps;
  const [xi, xj, xk, yi, yj, yk, zi, zj, zk] = geometry.direction;
  const turned = (row: readonly [number, number, number]): readonly [number, number, number] => [
    row[0] * xi + row[1] * yi + row[2] * zi,
    row[0] * xj + row[1] * yj + row[2] * zj,
    row[0] * xk + row[1] * yk + row[2] * zk,
  ];
  const direction: Matrix3 = [...turned([a, b, c]), ...turned([d, e, f]), ...turned([g, h, i])];
  return {
    ...geometry,
    originLps: transformPoint(move.matrixLps, geometry.originLps),
    direction,
    frameOfReferenceUid: move.toFrameOfReferenceUid,
  };
}
