import { ellipsoid } from './ellipsoid.js';
import { square } from './square.js';
import type { StylisedRegion } from './stylisedRegion.js';

const SOFT = 'stylized-soft-tissue';

/** Wall and contents in the report are one region for photons. */
const smallIntestine: StylisedRegion = {
  name: 'small-intestine',
  tissue: SOFT,
  low: [-11.3, -4.86, 17],
  high: [11.3, 2.2, 27],
  contains: (x, y) => square(x / 11.3) + square((y + 3.8) / 11.3) <= 1,
};

/** The ascending colon to `inset` (cm) within its outer face. */
const ascending = (name: string, inset: number): StylisedRegion => ({
  name,
  tissue: SOFT,
  low: [-11, -4.86, 14.45],
  high: [-6, 0.14, 24],
  contains: (x, y) => square(x + 8.5) + square(y + 2.36) <= square(2.5 - inset),
});

const transverse = (name: string, inset: number): StylisedRegion => ({
  name,
  tissue: SOFT,
  low: [-10.5, -4.86, 24],
  high: [10.5, 0.14, 27],
  contains: (_x, y, z) => square((y + 2.36) / (2.5 - inset)) + square((z - 25.5) / (1.5 - inset)) <= 1,
});

/** Runs down and backwards, and a little towards the middle. */
const descending = (name: string, inset: number): StylisedRegion => ({
  name,
  tissue: SOFT,
  low: [6.34, -4.63, 8.72],
  high: [10.88, 2.13, 24],
  contains: (x, y, z) => {
    const x0 = 9 + (0.7789 * (z - 24)) / 15.28;
    const y0 = (2.5 * (8.72 - z)) / 15.28;
    return square((x - x0) / (1.88 - inset)) + square((y - y0) / (2.13 - inset)) <= 1;
  },
});

/** The sigmoid colon: a quarter of a ring towards the middle, and another down to the anus. */
const sigmoid = (name: string, inset: number): StylisedRegion => ({
  name,
  tissue: SOFT,
  low: [0, -1.57, 0],
  high: [10.29, 1.57, 8.72],
  contains: (x, y, z) => {
    const fromRing = x >= 3 ? Math.hypot(x - 3, z - 8.72) - 5.72 : Math.hypot(x - 3, z) - 3;
    return square(fromRing) + square(y) <= square(1.57 - inset);
  },
});

/** Organs of the pelvis and the bowel, which fills the space between. */
export const PELVIC_ORGANS: readonly StylisedRegion[] = [
  smallIntestine,
  ascending('upper-large-intestine-wall', 0),
  ascending('upper-large-intestine-contents', 0.7085),
  transverse('upper-large-intestine-wall', 0),
  transverse('upper-large-intestine-contents', 0.527),
  descending('lower-large-intestine-wall', 0),
  sigmoid('lower-large-intestine-wall', 0),
  descending('lower-large-intestine-contents', 0.54),
  sigmoid('lower-large-intestine-contents', 0.66),
  ellipsoid('urinary-bladder-wall', [0, -4.5, 8], [4.958, 3.458, 3.458]),
  ellipsoid('urinary-bladder-contents', [0, -4.5, 8], [4.706, 3.206, 3.206]),
  ...[-1.3, 1.3].map(x0 => ellipsoid('testes', [x0, -8, -2.3], [1.3, 1.5, 2.3])),
];
