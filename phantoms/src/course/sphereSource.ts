import { instantAfter, parseInstant, type Instant } from '@graywise/physics';
import { convexBody, type ConvexBody } from '../geometry/convexBody.js';
import { turnedAxes } from '../geometry/turnedAxes.js';
import { randomSource } from '../random/randomSource.js';
import type { Assay } from './administration.js';

/** Six hot spheres in cold water, imaged to measure the resolution of the camera. */
export interface SphereSource {
  readonly bodies: readonly ConvexBody[];
  readonly diametersMm: readonly number[];
  /** To a tenth of a millimetre, as they stand in the facts and as they are. */
  readonly centresLpsMm: readonly (readonly [number, number, number])[];
  /** Of all spheres together. */
  readonly volumeMl: number;
  readonly assay: Assay;
  readonly start: Instant;
  readonly secondsPerView: number;
}

/** Inner diameters of the spheres of the image quality phantom of NEMA NU 2, and the radius of the ring on which their centres lie. */
const DIAMETERS_MM = [10, 13, 17, 22, 28, 37];
const RING_MM = 57.2;

/** The spheres of a seed: about 1 MBq/mL, on the day of the cylinder and with its time per view, the ring a little askew. */
export function sphereSource(seed: number): SphereSource {
  const random = randomSource(seed, 'spheres');
  const [right, front] = turnedAxes([random.between(-4, 4), random.between(-4, 4), random.between(0, 60)]);
  const middle = [random.between(-6, 6), random.between(-6, 6), random.between(-10, 10)] as const;
  const centresLpsMm = DIAMETERS_MM.map((_, i) => {
    const [along, across] = RING[i] ?? [0, 0];
    const at = (axis: 0 | 1 | 2): number => Math.round(10 * (middle[axis] + RING_MM * (along * right[axis] + across * front[axis]))) / 10;
    return [at(0), at(1), at(2)] as const;
  });
  const volumeMl = DIAMETERS_MM.reduce((sum, diameter) => sum + (Math.PI * diameter ** 3) / 6000, 0);
  const assayed = parseInstant('2026-02-09T13:05:00+00:00');
  return {
    bodies: DIAMETERS_MM.map((diameter, i) =>
      convexBody('ellipsoid', { centre: centresLpsMm[i] ?? [0, 0, 0], half: [diameter / 2, diameter / 2, diameter / 2] }),
    ),
    diametersMm: DIAMETERS_MM,
    centresLpsMm,
    volumeMl,
    assay: { activityMbq: Math.round(volumeMl * random.between(0.95, 1.05) * 100) / 100, at: assayed },
    start: instantAfter(assayed, 60 * Math.round(random.between(240, 300))),
    secondsPerView: 30,
  };
}

/** Cosine and sine of whole sixths of a turn. */
const RING = [
  [1, 0],
  [0.5, Math.sqrt(0.75)],
  [-0.5, Math.sqrt(0.75)],
  [-1, 0],
  [-0.5, -Math.sqrt(0.75)],
  [0.5, -Math.sqrt(0.75)],
] as const;
