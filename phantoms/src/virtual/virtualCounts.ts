import type { Volume } from '@graywise/physics';
import { spectAcquisition } from '../camera/spectAcquisition.js';
import { convexBody } from '../geometry/convexBody.js';
import type { PaintedBody } from '../geometry/paintSlice.js';
import type { Kinetics } from '../kinetics/kinetics.js';
import { meanActivity } from '../kinetics/meanActivity.js';
import { randomSource } from '../random/randomSource.js';
import type { VirtualPatient, VirtualRegion } from './virtualPatient.js';
import { VIRTUAL_CAMERA } from './virtualCamera.js';
import { virtualField } from './virtualField.js';

/** One acquisition of a virtual patient. */
export interface VirtualAcquisition {
  readonly cycle: 1 | 2;
  /** From the administration to the start of the acquisition, h. */
  readonly hours: number;
  /** How far the patient lies from where the registration thinks, mm. */
  readonly shiftMm: readonly [number, number, number];
  /** Without noise the image is that of a thousand times the counting time, scaled back. */
  readonly noise: boolean;
}

/** Length of an acquisition: views of one head times the time per view, s. The heads do not pause. */
export const VIRTUAL_SCAN_SECONDS = VIRTUAL_CAMERA.viewsPerHead * VIRTUAL_CAMERA.secondsPerView;
/** Beyond every field of view (mm). */
const FAR = 400;

/** The counts of an acquisition: the mean activity while the camera counts, blurred, with the noise of the photons detected. */
export function virtualCounts(patient: VirtualPatient, { cycle, hours, shiftMm, noise }: VirtualAcquisition): Volume<'counts'> {
  const geometry = virtualField();
  const mean = (kinetics: Kinetics): number => meanActivity(kinetics, hours * 3600, hours * 3600 + VIRTUAL_SCAN_SECONDS);
  const surroundings = convexBody('box', { centre: [0, 0, 0], half: [FAR, FAR, FAR] });
  const bodies: PaintedBody[] = [
    { body: surroundings, value: mean(patient.surroundings) },
    ...patient.regions.map(region => ({
      body: shifted(region, shiftMm),
      value: mean(region.kinetics[cycle - 1] ?? region.kinetics[0]) / region.volumeMl,
    })),
  ];
  const random = randomSource(
    patient.seed,
    'virtual counts',
    `cycle ${cycle}`,
    `${hours} h`,
    shiftMm.some(mm => mm !== 0) ? 'moved' : 'reference',
  );
  const camera = noise ? VIRTUAL_CAMERA : { ...VIRTUAL_CAMERA, detectedShare: QUIET };
  return { geometry, unit: 'counts', data: Float32Array.from(spectAcquisition(bodies, geometry, camera, random)) };
}

/** So many photons for each count that their noise is nothing. */
const QUIET = 1e4;

function shifted({ centreMm, halfMm }: VirtualRegion, [x, y, z]: readonly [number, number, number]): PaintedBody['body'] {
  return convexBody('ellipsoid', { centre: [centreMm[0] + x, centreMm[1] + y, centreMm[2] + z], half: halfMm });
}
