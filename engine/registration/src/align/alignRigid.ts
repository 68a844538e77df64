import { composeTransforms, invertTransform, type RigidTransform } from '@graywise/physics';
import { itkImage } from '../platform/itkImage.js';
import type { Itk } from '../platform/itkPlatform.js';
import type { PreparedImage } from '../prepare/preparedImage.js';
import { eulerMatrix } from './eulerMatrix.js';
import { placedGeometry } from './placedGeometry.js';
import { RESOLUTIONS, rigidParameters } from './rigidParameters.js';

/** What `alignRigid` is asked. */
export interface Alignment {
  readonly fixed: PreparedImage;
  readonly moving: PreparedImage;
  /** Where to start, from the frame of `fixed` to the frame of `moving`. */
  readonly start: RigidTransform;
  readonly seed: number;
  /** Called before each run. */
  readonly onRun: () => void;
}

/**
 * Aligns two images rigidly: one run of elastix per resolution, each from where the one before ended.
 *
 * Before each run the moving image is put where the transform so far brings it, a change of its origin and direction that leaves its voxels alone;
 * so each run starts at no movement, and the transform is the product of what the runs found.
 */
export async function alignRigid(itk: Itk, { fixed, moving, start, seed, onRun }: Alignment): Promise<RigidTransform> {
  const fixedFrame = fixed.geometry.frameOfReferenceUid;
  const fixedImage = itkImage(fixed.geometry, fixed.data);
  let transform = start;
  for (const resolution of RESOLUTIONS) {
    onRun();
    const placed = placedGeometry(moving.geometry, invertTransform(transform));
    const found = await itk.elastix(rigidParameters(resolution, seed), fixedImage, itkImage(placed, moving.data));
    const last = found.at(-1);
    if (last === undefined) throw new Error('elastix returned no transform');
    const step = { matrixLps: eulerMatrix(last), fromFrameOfReferenceUid: fixedFrame, toFrameOfReferenceUid: fixedFrame };
    transform = composeTransforms(step, transform);
  }
  return transform;
}
