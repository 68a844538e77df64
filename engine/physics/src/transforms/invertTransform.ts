import { invertMatrix } from '../volume/invertMatrix.js';
import type { RigidTransform } from '../volume/volumeGeometry.js';

/** The transform that undoes `transform`. Throws GW_GEOMETRY when its matrix has no inverse. */
export function invertTransform(transform: RigidTransform): RigidTransform {
  return {
    matrixLps: invertMatrix(transform.matrixLps, 'a transform'),
    fromFrameOfReferenceUid: transform.toFrameOfReferenceUid,
    toFrameOfReferenceUid: transform.fromFrameOfReferenceUid,
  };
}
