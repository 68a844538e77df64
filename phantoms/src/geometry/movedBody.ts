import { transformPoint, type Matrix4, type PointLps } from '@graywise/physics';
import type { ConvexBody, Vector } from './convexBody.js';

/** The same body after a rigid motion (homogeneous matrix, row by row, LPS mm). */
export function movedBody({ constraints, low, high }: ConvexBody, motion: Matrix4): ConvexBody {
  const turned = ([x, y, z]: Vector): Vector => [
    motion[0] * x + motion[1] * y + motion[2] * z,
    motion[4] * x + motion[5] * y + motion[6] * z,
    motion[8] * x + motion[9] * y + motion[10] * z,
  ];
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map(i =>
    transformPoint(motion, [i & 1 ? high[0] : low[0], i & 2 ? high[1] : low[1], i & 4 ? high[2] : low[2]]),
  );
  const along = (pick: (...values: number[]) => number): PointLps => [
    pick(...corners.map(corner => corner[0])),
    pick(...corners.map(corner => corner[1])),
    pick(...corners.map(corner => corner[2])),
  ];
  return {
    constraints: constraints.map(({ centre, rows }) => ({ centre: transformPoint(motion, centre), rows: rows.map(turned) })),
    low: along(Math.min),
    high: along(Math.max),
  };
}
