import type { PointLps } from '@graywise/physics';

/** Arithmetic of three-vectors, in LPS mm. */
export const dot = (a: PointLps, b: PointLps): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: PointLps, b: PointLps): PointLps => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const along = (origin: PointLps, distance: number, direction: PointLps): PointLps => [
  origin[0] + distance * direction[0],
  origin[1] + distance * direction[1],
  origin[2] + distance * direction[2],
];
export const difference = (a: PointLps, b: PointLps): PointLps => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const length = (a: PointLps): number => Math.sqrt(dot(a, a));
export const unit = (a: PointLps): PointLps => {
  const size = length(a);
  return [a[0] / size, a[1] / size, a[2] / size];
};
