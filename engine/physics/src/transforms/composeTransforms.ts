import { GraywiseError } from '../errors/GraywiseError.js';
import { multiplyMatrices } from '../volume/multiplyMatrices.js';
import type { RigidTransform } from '../volume/volumeGeometry.js';

/** The transform that applies `first`, then `second`. Throws GW_TRANSFORM_FRAMES when `second` does not start in the frame where `first` ends. */
export function composeTransforms(first: RigidTransform, second: RigidTransform): RigidTransform {
  if (first.toFrameOfReferenceUid !== second.fromFrameOfReferenceUid) {
    throw new GraywiseError('GW_TRANSFORM_FRAMES', { expected: first.toFrameOfReferenceUid, found: second.fromFrameOfReferenceUid });
  }
  return {
    matrixLps: multiplyMatrices(second.matrixLps, first.matrixLps),
    fromFrameOfReferenceUid: first.fromFrameOfReferenceUid,
    toFrameOfReferenceUid: second.toFrameOfReferenceUid,
  };
}
