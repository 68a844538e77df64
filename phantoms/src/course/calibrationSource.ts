import { instantAfter, parseInstant, type Instant } from '@graywise/physics';
import { convexBody, type ConvexBody } from '../geometry/convexBody.js';
import { turnedAxes } from '../geometry/turnedAxes.js';
import { randomSource } from '../random/randomSource.js';
import type { Assay } from './administration.js';

/** A uniform cylinder of water with a known activity, imaged to calibrate the camera. */
export interface CalibrationSource {
  readonly body: ConvexBody;
  readonly volumeMl: number;
  readonly assay: Assay;
  readonly start: Instant;
  readonly secondsPerView: number;
}

const VOLUME_ML = 6500;
const RADIUS_MM = 104;
/** Relative standard uncertainty of the assayed activity: a good radionuclide calibrator. */
export const CALIBRATION_RELATIVE_UNCERTAINTY = 0.015;

/** The cylinder of a seed: 6.5 L, about 500 MBq, three weeks before the first cycle, with a longer time per view than patients get. */
export function calibrationSource(seed: number): CalibrationSource {
  const random = randomSource(seed, 'calibration');
  const halfLength = (VOLUME_ML * 1000) / (2 * Math.PI * RADIUS_MM ** 2);
  const assayed = parseInstant('2026-02-09T11:20:00+00:00');
  return {
    body: convexBody('cylinder', {
      centre: [random.between(-6, 6), random.between(-6, 6), random.between(-10, 10)],
      half: [RADIUS_MM, RADIUS_MM, halfLength],
      axes: turnedAxes([random.between(1, 4), random.between(1, 4), 0]),
    }),
    volumeMl: VOLUME_ML,
    assay: { activityMbq: Math.round(random.between(480, 520) * 10) / 10, at: assayed },
    start: instantAfter(assayed, 60 * Math.round(random.between(120, 240))),
    secondsPerView: 30,
  };
}
