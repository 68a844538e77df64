import type { PointLps } from '@graywise/physics';
import type { ConvexBody, Vector } from './convexBody.js';

/** The part of a body within `halfThickness` mm of the plane through `through` with unit normal `normal`. */
export function cutBody(body: ConvexBody, normal: Vector, through: PointLps, halfThickness: number): ConvexBody {
  const row: Vector = [normal[0] / halfThickness, normal[1] / halfThickness, normal[2] / halfThickness];
  return { ...body, constraints: [...body.constraints, { centre: through, rows: [row] }] };
}
