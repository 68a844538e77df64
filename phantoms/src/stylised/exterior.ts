import { ellipsoid } from './ellipsoid.js';
import { square } from './square.js';
import type { StylisedRegion } from './stylisedRegion.js';

const SOFT = 'stylized-soft-tissue';

/** Half width of the trunk, and the height below its base at which the legs would taper to nothing. */
const [TRUNK, TAPER] = [20, 100];
/** Radius of a leg at height z, which is also the distance of its axis from the middle. */
const legRadius = (z: number): number => (TRUNK / 2) * (1 + z / TAPER);

/** What the body is made of before anything lies in it: trunk with arms, head with neck, legs, breasts (the report's phantom is hermaphrodite), genitalia. */
export const EXTERIOR: readonly StylisedRegion[] = [
  // First, for the report leaves out what would lie in the trunk.
  ...[-10, 10].map(x0 => ellipsoid('breasts', [x0, -8.66, 52], [4.95, 4.35, 4.15])),
  {
    name: 'trunk',
    tissue: SOFT,
    low: [-TRUNK, -10, 0],
    high: [TRUNK, 10, 70],
    contains: (x, y) => square(x / TRUNK) + square(y / 10) <= 1,
  },
  {
    name: 'head',
    tissue: SOFT,
    low: [-8, -10, 70],
    high: [8, 10, 94],
    contains: (x, y, z) => square(x / 8) + square(y / 10) + square(Math.max(0, z - 86.85) / 7.15) <= 1,
  },
  {
    name: 'legs',
    tissue: SOFT,
    low: [-TRUNK, -10, -80],
    high: [TRUNK, 10, 0],
    contains: (x, y, z) => square(x) + square(y) <= 2 * Math.abs(x) * legRadius(z),
  },
  {
    name: 'genitalia',
    tissue: SOFT,
    low: [-10, -10, -4.8],
    high: [10, 0, 0],
    contains: (x, y, z) =>
      Math.abs(x) <= legRadius(z) && y >= -legRadius(z) && square(Math.abs(x) - legRadius(z)) + square(y) >= square(legRadius(z)),
  },
];
