import type { RigidTransform } from '../volume/volumeGeometry.js';

/** The transform that leaves every point of a frame of reference where it is. */
export function identityTransform(frameOfReferenceUid: string): RigidTransform {
  return {
    matrixLps: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    fromFrameOfReferenceUid: frameOfReferenceUid,
    toFrameOfReferenceUid: frameOfReferenceUid,
  };
}
