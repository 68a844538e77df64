import { GraywiseError, identityTransform, type PointLps, type RigidTransform } from '@graywise/physics';
import { bodyBox, type BodyBox } from '../prepare/bodyBox.js';
import type { PreparedImage } from '../prepare/preparedImage.js';
import { bodyAgreement } from '../quality/bodyAgreement.js';

/** Steps of the search along the body, mm: elastix finds its way from ten times as far. */
const STEP_MM = 16;
/** Voxels passed over along each axis: the search compares bodies at about 16 mm. */
const STRIDE = 4;
/** A start must leave at least this share of the smaller body to compare. */
const LEAST_OVERLAP = 0.5;

/**
 * Where a rigid registration starts, as a transform from `fixed` to `moving`.
 *
 * In one frame of reference positions mean the same in both scans: the start is no movement, and scans that share no part of the body are refused
 * with GW_NO_OVERLAP. In two frames origins are unrelated (each session has its own landmark on the table), so shifts along the body, with and
 * without bringing the bodies' middles together across it, are compared; no movement wins a tie. `names` are for the message.
 */
export function startTransform(fixed: PreparedImage, moving: PreparedImage, names: { fixed: string; moving: string }): RigidTransform {
  const frames = { fixed: fixed.geometry.frameOfReferenceUid, moving: moving.geometry.frameOfReferenceUid };
  if (frames.fixed === frames.moving) {
    const start = identityTransform(frames.fixed);
    if (bodyAgreement(fixed, moving, start, STRIDE).overlap === 0) throw new GraywiseError('GW_NO_OVERLAP', names);
    return start;
  }
  const starts = shiftsToTry(bodyBox(fixed), bodyBox(moving)).map(shift => shiftTransform(shift, frames.fixed, frames.moving));
  const scores = starts.map(start => {
    const { similarity, overlap } = bodyAgreement(fixed, moving, start, STRIDE);
    return overlap >= LEAST_OVERLAP ? similarity : -1;
  });
  return starts[scores.indexOf(Math.max(...scores))] as RigidTransform;
}

function shiftsToTry(fixed: BodyBox, moving: BodyBox): PointLps[] {
  const across = [moving.middle[0] - fixed.middle[0], moving.middle[1] - fixed.middle[1]] as const;
  const [lowest, highest] = [moving.low[2] - fixed.high[2], moving.high[2] - fixed.low[2]];
  const along = Array.from({ length: Math.max(0, Math.floor((highest - lowest) / STEP_MM)) }, (_, step) => lowest + (step + 0.5) * STEP_MM);
  return [
    [0, 0, 0],
    ...along.flatMap((z): PointLps[] => [
      [0, 0, z],
      [...across, z],
    ]),
  ];
}

function shiftTransform([x, y, z]: PointLps, from: string, to: string): RigidTransform {
  return { matrixLps: [1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z, 0, 0, 0, 1], fromFrameOfReferenceUid: from, toFrameOfReferenceUid: to };
}
