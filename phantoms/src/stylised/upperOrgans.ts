import { ellipsoid } from './ellipsoid.js';
import { square } from './square.js';
import type { StylisedRegion } from './stylisedRegion.js';

/** Half an ellipsoid on the diaphragm; the part of it that the heart takes is left out. */
const lung = (x0: number, isCutAway: (x: number, y: number, z: number) => boolean): StylisedRegion => ({
  name: 'lungs',
  tissue: 'stylized-lung',
  low: [x0 - 5, -7.5, 43.5],
  high: [x0 + 5, 7.5, 67.5],
  contains: (x, y, z) => square((x - x0) / 5) + square(y / 7.5) + square((z - 43.5) / 24) <= 1 && !isCutAway(x, y, z),
});

/** Between two cylinders in front of the airway, cut so that its lobes are high and its middle is low. */
const thyroid: StylisedRegion = {
  name: 'thyroid',
  tissue: 'stylized-soft-tissue',
  low: [-2.2, -6.2, 70],
  high: [2.2, -4, 75],
  contains: (x, y, z) => {
    const distance = square(x) + square(y + 4);
    const height = z - 70;
    const lowest = Math.SQRT1_2;
    const cut = height <= 1.25 ? 1 + (lowest - 1) * (height / 1.25) : lowest + (1 - lowest) * ((height - 1.25) / 3.75);
    return distance <= square(2.2) && distance >= 1 && square(y + 4 - Math.abs(x)) >= 2 * distance * square(cut);
  },
};

/** Organs above the diaphragm. */
export const UPPER_ORGANS: readonly StylisedRegion[] = [
  lung(-8.5, (x, y, z) => z >= 46 && z <= 54 && y < 1.5 && x >= -5.4),
  lung(8.5, (x, y, z) => z <= 55 && y < 1 && x <= 8),
  ellipsoid('brain', [0, 0, 86.85], [6.6, 8.6, 5.75]),
  ellipsoid('thymus', [0, -7.3, 57], [1.5, 0.8, 4]),
  thyroid,
];
