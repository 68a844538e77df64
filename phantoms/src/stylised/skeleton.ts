import { square } from './square.js';
import type { StylisedRegion } from './stylisedRegion.js';

const bone = (region: Omit<StylisedRegion, 'name' | 'tissue'>): StylisedRegion => ({
  name: 'skeleton',
  tissue: 'stylized-skeleton',
  ...region,
});

/** Is (x, y) in the ellipse about the long axis of the body with these semi-axes? */
const inEllipse = (x: number, y: number, a: number, b: number): boolean => square(x / a) + square(y / b) <= 1;

const legBones = bone({
  low: [-13.5, -3.5, -79.8],
  high: [13.5, 3.5, 0],
  // Cones whose axes keep to those of the legs: radius 3.5 at the top, 1 at the foot.
  contains: (x, y, z) => square(Math.abs(x) - 10 - z / 10) + square(y) <= square(3.5 + (2.5 * z) / 79.8),
});

const armBones = bone({
  low: [-19.8, -2.7, 0],
  high: [19.8, 2.7, 69],
  contains: (x, y, z) => square(((1.4 / 138) * (z - 69) + (Math.abs(x) - 18.4)) / 1.4) + square(y / 2.7) <= square((138 + (z - 69)) / 138),
});

const pelvis = bone({
  low: [-12, -3, 0],
  high: [12, 9, 22],
  contains: (x, y, z) => inEllipse(x, y + 3, 12, 12) && !inEllipse(x, y + 3.8, 11.3, 11.3) && (z > 14 || y <= 5),
});

const spine = bone({ low: [-2, 3, 22], high: [2, 8, 78.5], contains: (x, y) => inEllipse(x, y - 5.5, 2, 2.5) });

/** Is the point in the ellipsoid that is `margin` larger than the inner face of the cranium? */
const inCranium = (x: number, y: number, z: number, margin: number): boolean =>
  square(x / (6.8 + margin)) + square(y / (8.8 + margin)) + square((z - 86.85) / (5.95 + margin)) <= 1;

const cranium = bone({
  low: [-7.71, -9.71, 79.99],
  high: [7.71, 9.71, 93.71],
  contains: (x, y, z) => inCranium(x, y, z, 0.91) && !inCranium(x, y, z, 0),
});

const face = bone({
  low: [-7, -9, 72.16],
  high: [7, 0, 84.04],
  contains: (x, y, z) => inEllipse(x, y, 7, 9) && !inEllipse(x, y, 5.6, 7.6) && !inCranium(x, y, z, 0.91),
});

const ribs = bone({
  low: [-17, -9.8, 35.1],
  high: [17, 9.8, 67.3],
  // Twelve pairs, as high as the gaps between them.
  contains: (x, y, z) => inEllipse(x, y, 17, 9.8) && !inEllipse(x, y, 16.5, 9.3) && Math.floor((z - 35.1) / 1.4) % 2 === 0,
});

const clavicles = bone({
  low: [-20, -9.8, 67.4617],
  high: [20, 0, 69.0383],
  contains: (x, y, z) =>
    square(z - 68.25) + square(20 - Math.hypot(x, y - 11.1)) <= square(0.7883) &&
    11.1 - y <= 7.0342 * Math.abs(x) &&
    11.1 - y >= 0.89415 * Math.abs(x),
});

const scapulae = bone({
  low: [-19, 0, 50.9],
  high: [19, 9.8, 67.3],
  contains: (x, y) => inEllipse(x, y, 19, 9.8) && !inEllipse(x, y, 17, 9.8) && y >= 0.25 * Math.abs(x) && y <= 0.8 * Math.abs(x),
});

/** Bone with its marrow, one mixture. */
export const SKELETON: readonly StylisedRegion[] = [legBones, armBones, pelvis, spine, cranium, face, ribs, clavicles, scapulae];
