import { square } from './square.js';
import type { StylisedPoint, StylisedRegion } from './stylisedRegion.js';

/** The heart's own axes (rows): from the atria to the tip, along the plane between atria and ventricles, and from the right half to the left. */
const AXES: readonly StylisedPoint[] = [
  [0.6751, -0.4727, -0.5664],
  [-0.464, 0.3249, -0.8241],
  [0.5736, 0.8191, 0],
];
const CENTRE: StylisedPoint = [1, -1.8, 50];

/** Semi-axes, cm: length of ventricles and of atria, common width, depth of the left and of the right half. */
const [VENTRICLE, ATRIUM, WIDTH, LEFT, RIGHT] = [8.6, 5.4, 5, 3.1, 7];
/** Thickness of the walls of left ventricle, right ventricle and atria, cm. */
const [LEFT_WALL, RIGHT_WALL, ATRIAL_WALL] = [1.3, 0.6, 0.3];

type InHeart = (along: number, across: number, leftwards: number) => boolean;

const inEllipsoid = (u: number, v: number, w: number, a: number, b: number, c: number): boolean =>
  square(u / a) + square(v / b) + square(w / c) <= 1;

/** All of the heart: on each side of the two dividing planes a part of an ellipsoid of its own. */
const inHeart: InHeart = (u, v, w) => inEllipsoid(u, v, w, u >= 0 ? VENTRICLE : ATRIUM, WIDTH, w >= 0 ? LEFT : RIGHT);

/** The left ventricle reaches over to the right; the right one has what it leaves. */
const inVentricles: InHeart = (u, v, w) =>
  inEllipsoid(u, v, w, VENTRICLE - LEFT_WALL, WIDTH - LEFT_WALL, LEFT - LEFT_WALL) ||
  (w < 0 &&
    inEllipsoid(u, v, w, VENTRICLE - RIGHT_WALL, WIDTH - RIGHT_WALL, RIGHT - RIGHT_WALL) &&
    !inEllipsoid(u, v, w, VENTRICLE, WIDTH, LEFT));

/** The left atrium reaches over to the right as far as the cavity of its ventricle. */
const inAtria: InHeart = (u, v, w) => {
  const [length, width] = [ATRIUM - ATRIAL_WALL, WIDTH - ATRIAL_WALL];
  if (w >= 0) return inEllipsoid(u, v, w, length, width, LEFT - ATRIAL_WALL);
  if (inEllipsoid(u, v, w, length, width, LEFT - LEFT_WALL)) return true;
  const isInLeftWall = inEllipsoid(u, v, w, ATRIUM, WIDTH, LEFT - LEFT_WALL + ATRIAL_WALL);
  return inEllipsoid(u, v, w, length, width, RIGHT - ATRIAL_WALL) && !isInLeftWall;
};

const region = (name: string, contains: InHeart): StylisedRegion => ({
  name,
  tissue: 'stylized-soft-tissue',
  low: [-8, -9, 42],
  high: [9, 6, 58],
  contains: (x, y, z) => {
    const along = (axis: 0 | 1 | 2): number => {
      const [a, b, c] = AXES[axis] ?? CENTRE;
      return a * (x - CENTRE[0]) + b * (y - CENTRE[1]) + c * (z - CENTRE[2]);
    };
    return contains(along(0), along(1), along(2));
  },
});

/** Wall, then the blood in the chambers. */
export const HEART: readonly StylisedRegion[] = [
  region('heart-wall', inHeart),
  region('heart-contents', (u, v, w) => (u >= 0 ? inVentricles(u, v, w) : inAtria(u, v, w))),
];
