import type { PointLps } from '@graywise/physics';

/** A vector in LPS, mm or 1/mm. */
export type Vector = readonly [number, number, number];

/** The points x for which |M (x - centre)| <= 1, M being `rows`: three rows make an ellipsoid, two an endless elliptic cylinder, one a slab. */
export interface Constraint {
  readonly centre: PointLps;
  readonly rows: readonly Vector[];
}

/** A convex body: the points that keep all constraints. `low` and `high` are corners of a box around it (not always the smallest), mm. */
export interface ConvexBody {
  readonly constraints: readonly Constraint[];
  readonly low: PointLps;
  readonly high: PointLps;
}

export interface BodyPose {
  readonly centre: PointLps;
  /** Half sizes along the body's own axes, mm; the axis of a cylinder is its third. */
  readonly half: Vector;
  /** The body's own axes in LPS; the axes of the patient when left out. */
  readonly axes?: readonly [Vector, Vector, Vector];
}

/** Rows that each kind of body takes from its three scaled axes. */
const KINDS = { ellipsoid: [[0, 1, 2]], cylinder: [[0, 1], [2]], box: [[0], [1], [2]] } as const;

/** An ellipsoid, an elliptic cylinder or a box of given half sizes and pose. */
export function convexBody(kind: keyof typeof KINDS, { centre, half, axes = PATIENT_AXES }: BodyPose): ConvexBody {
  const scaled = ([0, 1, 2] as const).map((i): Vector => [axes[i][0] / half[i], axes[i][1] / half[i], axes[i][2] / half[i]]);
  const reach = ([0, 1, 2] as const).map(i => Math.hypot(axes[0][i] * half[0], axes[1][i] * half[1], axes[2][i] * half[2]));
  const boxReach = ([0, 1, 2] as const).map(i => axes.reduce((sum, axis, j) => sum + Math.abs(axis[i] * half[j]!), 0));
  const extent = kind === 'ellipsoid' ? reach : boxReach;
  return {
    constraints: KINDS[kind].map(group => ({ centre, rows: group.map(i => scaled[i]!) })),
    low: [centre[0] - extent[0]!, centre[1] - extent[1]!, centre[2] - extent[2]!],
    high: [centre[0] + extent[0]!, centre[1] + extent[1]!, centre[2] + extent[2]!],
  };
}

const PATIENT_AXES: readonly [Vector, Vector, Vector] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
