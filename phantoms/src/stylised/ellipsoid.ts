import { square } from './square.js';
import type { StylisedPoint, StylisedRegion } from './stylisedRegion.js';

/** An ellipsoid along the axes of the body: centre and semi-axes, cm. */
export function ellipsoid(name: string, [x0, y0, z0]: StylisedPoint, [a, b, c]: StylisedPoint): StylisedRegion {
  return {
    name,
    tissue: 'stylized-soft-tissue',
    low: [x0 - a, y0 - b, z0 - c],
    high: [x0 + a, y0 + b, z0 + c],
    contains: (x, y, z) => square((x - x0) / a) + square((y - y0) / b) + square((z - z0) / c) <= 1,
  };
}
