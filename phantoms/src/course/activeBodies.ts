import type { Matrix4 } from '@graywise/physics';
import { bySource } from '../anatomy/bySource.js';
import { TISSUES } from '../anatomy/tissues.js';
import type { SpectCamera } from '../camera/spectCamera.js';
import { movedBody } from '../geometry/movedBody.js';
import type { PaintedBody } from '../geometry/paintSlice.js';
import type { Kinetics } from '../kinetics/kinetics.js';
import { meanActivity } from '../kinetics/meanActivity.js';
import type { DigitalPatient } from './digitalPatient.js';
import type { TreatedCycle } from './treatedCycle.js';

/**
 * The bodies of a patient where he lies, each with the mean concentration (Bq/mL) that the camera sees while it counts, `startSeconds` after the administration.
 *
 * A source region has its activity spread evenly, and so has a place that a variant adds; everything else shares the activity of the remainder by mass.
 */
export function activeBodies(
  patient: DigitalPatient,
  cycle: TreatedCycle,
  motion: Matrix4,
  startSeconds: number,
  camera: SpectCamera,
): PaintedBody[] {
  const remainderBqPerG = meanWhileCounting(cycle.remainder, startSeconds, camera) / (1000 * patient.remainderMassKg);
  const regionBqPerMl = bySource(region => meanWhileCounting(cycle.kinetics[region], startSeconds, camera) / patient.volumesMl[region]);
  const bodies = patient.parts.map(({ body, tissue, source }) => ({
    body: movedBody(body, motion),
    value: source ? regionBqPerMl[source] : remainderBqPerG * TISSUES[tissue].densityGPerMl,
  }));
  const extra = cycle.extraSources.map(({ body, kinetics, volumeMl }) => ({
    body: movedBody(body, motion),
    value: meanWhileCounting(kinetics, startSeconds, camera) / volumeMl,
  }));
  return [...bodies, ...extra];
}

/** The mean over all views; between two views the heads move and do not count. */
export function meanWhileCounting(kinetics: Kinetics, startSeconds: number, camera: SpectCamera): number {
  const { viewsPerHead, secondsPerView, secondsBetweenViews } = camera;
  let sum = 0;
  for (let view = 0; view < viewsPerHead; view++) {
    const from = startSeconds + view * (secondsPerView + secondsBetweenViews);
    sum += meanActivity(kinetics, from, from + secondsPerView);
  }
  return sum / viewsPerHead;
}
