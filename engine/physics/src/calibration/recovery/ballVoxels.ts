import type { Volume, VolumeGeometry } from '../../volume/volumeGeometry.js';
import { indexToLps } from '../../volume/indexToLps.js';
import { lpsToIndex } from '../../volume/lpsToIndex.js';

/** A ball of a calibration phantom, as it was built and placed. */
export interface MeasuredBall {
  readonly diameterMm: number;
  readonly centreLpsMm: readonly [number, number, number];
}

/** A voxel near a ball. */
export interface BallVoxel {
  readonly ball: number;
  /** From the stated centre of the ball, mm. */
  readonly offset: readonly [number, number, number];
  readonly value: number;
}

/** Voxels are looked at out to this many mm beyond the surface of a ball, or half way to the next. */
export const MARGIN_MM = 16;

/** The voxels around every ball, each with the nearest ball. */
export function ballVoxels(image: Volume, balls: readonly MeasuredBall[]): BallVoxel[] {
  return balls.flatMap((ball, index) => voxelsAround(image, balls, ball, index));
}

function voxelsAround({ data, geometry }: Volume, balls: readonly MeasuredBall[], ball: MeasuredBall, index: number): BallVoxel[] {
  const reach = ball.diameterMm / 2 + MARGIN_MM;
  const found: BallVoxel[] = [];
  const [low, high] = boxAround(geometry, ball.centreLpsMm, reach);
  const [nx, ny] = geometry.size;
  for (let k = low[2]; k <= high[2]; k++)
    for (let j = low[1]; j <= high[1]; j++)
      for (let i = low[0]; i <= high[0]; i++) {
        const at = indexToLps(geometry, [i, j, k]);
        const surface = (one: MeasuredBall): number =>
          Math.hypot(at[0] - one.centreLpsMm[0], at[1] - one.centreLpsMm[1], at[2] - one.centreLpsMm[2]) - one.diameterMm / 2;
        const own = surface(ball);
        if (own > MARGIN_MM || balls.some(other => other !== ball && surface(other) < own)) continue;
        const [x, y, z] = ball.centreLpsMm;
        found.push({ ball: index, offset: [at[0] - x, at[1] - y, at[2] - z], value: data[i + nx * (j + ny * k)] ?? 0 });
      }
  return found;
}

function boxAround(
  geometry: VolumeGeometry,
  [x, y, z]: readonly [number, number, number],
  reach: number,
): [[number, number, number], [number, number, number]] {
  const corners = [-reach, reach].flatMap(dx =>
    [-reach, reach].flatMap(dy => [-reach, reach].map(dz => lpsToIndex(geometry, [x + dx, y + dy, z + dz]))),
  );
  const ends = ([0, 1, 2] as const).map(axis => {
    const along = corners.map(corner => corner[axis]);
    const last = geometry.size[axis] - 1;
    return [Math.max(0, Math.floor(Math.min(...along))), Math.min(last, Math.ceil(Math.max(...along)))] as const;
  });
  const pick = (end: 0 | 1): [number, number, number] => [ends[0]?.[end] ?? 0, ends[1]?.[end] ?? 0, ends[2]?.[end] ?? 0];
  return [pick(0), pick(1)];
}
