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
const KINDS: Readonly<Record<'ellipsoid' | 'cylinder' | 'box', readonly (readonly (0 | 1 | 2)[])[]>> = {
  ellipsoid: [[0, 1, 2]],
  cylinder: [[0, 1], [2]],
  box: [[0], [1], [2]],
};

/** An ellipsoid, an elliptic cylinder or a box of given half sizes and pose. */
export function convexBody(kind: keyof typeof KINDS, { centre, half, axes = PATIENT_AXES }: BodyPose): ConvexBody {
  const scaled = (i: 0 | 1 | 2): Vector => [axes[i][0] / half[i], axes[i][1] / half[i], axes[i][2] / half[i]];
  const reach = (i: 0 | 1 | 2): number => {
    const shares = [axes[0][i] * half[0], axes[1][i] * half[1], axes[2][i] * half[2]];
    return kind === 'ellipsoid' ? Math.hypot(...shares) : shares.reduce((sum, share) => sum + Math.abs(share), 0);
  };
  return {
    constraints: KINDS[kind].map(group => ({ centre, rows: group.map(scaled) })),
    low: [centre[0] - reach(0), centre[1] - reach(1), centre[2] - reach(2)],
    high: [centre[0] + reach(0), centre[1] + reach(1), centre[2] + reach(2)],
  };
}

const PATIENT_AXES: readonly [Vector, Vector, Vector] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
