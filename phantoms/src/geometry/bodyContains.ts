import type { PointLps } from '@graywise/physics';
import type { ConvexBody } from './convexBody.js';

/** Whether a point lies in a body or on its surface. */
export function bodyContains({ low, high, constraints }: ConvexBody, [x, y, z]: PointLps): boolean {
  if (x < low[0] || x > high[0] || y < low[1] || y > high[1] || z < low[2] || z > high[2]) return false;
  for (const { centre, rows } of constraints) {
    let square = 0;
    for (const row of rows) square += (row[0] * (x - centre[0]) + row[1] * (y - centre[1]) + row[2] * (z - centre[2])) ** 2;
    if (square > 1) return false;
  }
  return true;
}
