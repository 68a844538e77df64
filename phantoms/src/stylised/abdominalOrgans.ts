import { ellipsoid } from './ellipsoid.js';
import { square } from './square.js';
import type { StylisedRegion } from './stylisedRegion.js';

const SOFT = 'stylized-soft-tissue';

/** An elliptic cylinder cut by a plane that slopes from the right to the left. */
const liver: StylisedRegion = {
  name: 'liver',
  tissue: SOFT,
  low: [-16.5, -8, 27],
  high: [16.5, 8, 43],
  contains: (x, y, z) => square(x / 16.5) + square(y / 8) <= 1 && x / 35 + y / 45 - z / 43 <= -1,
};

const kidneys: StylisedRegion = {
  name: 'kidneys',
  tissue: SOFT,
  low: [-10.5, 4.5, 27],
  high: [10.5, 7.5, 38],
  contains: (x, y, z) => Math.abs(x) >= 3 && square((Math.abs(x) - 6) / 4.5) + square((y - 6) / 1.5) + square((z - 32.5) / 5.5) <= 1,
};

/** Half an ellipsoid, of which the left part lies in the upper half only. */
const pancreas: StylisedRegion = {
  name: 'pancreas',
  tissue: SOFT,
  low: [-1, -1.2, 33.7],
  high: [15, 1.2, 40.3],
  contains: (x, y, z) => square((x + 1) / 16) + square(y / 1.2) + square((z - 37) / 3.3) <= 1 && (x <= 3 || z >= 37),
};

/** Half ellipsoids on the kidneys, turned by 52 degrees about the long axis of the body. */
const TURN = (52 * Math.PI) / 180;
const adrenals: StylisedRegion = {
  name: 'adrenals',
  tissue: SOFT,
  low: [-5, 3.5, 38],
  high: [5, 6.5, 43],
  contains: (x, y, z) => {
    const along = Math.cos(TURN) * (Math.abs(x) - 3.5) + Math.sin(TURN) * (y - 5);
    const across = -Math.sin(TURN) * (Math.abs(x) - 3.5) + Math.cos(TURN) * (y - 5);
    return square(along / 1.5) + square(across / 0.5) + square((z - 38) / 5) <= 1;
  },
};

/** Solid and hollow organs between diaphragm and bowel. A wall comes before the contents that replace its inside. */
export const ABDOMINAL_ORGANS: readonly StylisedRegion[] = [
  liver,
  kidneys,
  adrenals,
  pancreas,
  ellipsoid('spleen', [11, 3, 37], [3.5, 2, 6]),
  ellipsoid('stomach-wall', [8, -4, 35], [4, 3, 8]),
  ellipsoid('stomach-contents', [8, -4, 35], [3.387, 2.387, 7.387]),
];
