import type { PointLps, VolumeGeometry } from '@graywise/physics';

/** A grid along the axes of the scanner, `size` voxels of `spacingMm`, its middle at `centreLps`. */
export function gridGeometry(
  size: readonly [number, number, number],
  spacingMm: readonly [number, number, number],
  centreLps: PointLps,
  frameOfReferenceUid: string,
): VolumeGeometry {
  const start = (axis: 0 | 1 | 2): number => centreLps[axis] - (spacingMm[axis] * (size[axis] - 1)) / 2;
  return { size, spacingMm, originLps: [start(0), start(1), start(2)], direction: [1, 0, 0, 0, 1, 0, 0, 0, 1], frameOfReferenceUid };
}
