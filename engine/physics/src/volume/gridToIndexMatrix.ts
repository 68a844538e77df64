import { GraywiseError } from '../errors/GraywiseError.js';
import { indexToLpsMatrix } from './indexToLpsMatrix.js';
import { lpsToIndexMatrix } from './lpsToIndexMatrix.js';
import { multiplyMatrices } from './multiplyMatrices.js';
import type { Matrix4, RigidTransform, VolumeGeometry } from './volumeGeometry.js';

/**
 * The matrix from voxel indices of `grid` to (fractional) voxel indices of `source`, so that a loop over the grid needs additions only.
 *
 * @param transform maps points of the grid's frame to points of the source's frame; null when both are in the same frame.
 *
 * Throws GW_TRANSFORM_FRAMES when the frames of reference do not fit together, GW_GEOMETRY for a geometry that is no regular volume.
 */
export function gridToIndexMatrix(grid: VolumeGeometry, source: VolumeGeometry, transform: RigidTransform | null = null): Matrix4 {
  const from = transform?.fromFrameOfReferenceUid ?? source.frameOfReferenceUid;
  const to = transform?.toFrameOfReferenceUid ?? source.frameOfReferenceUid;
  assertSameFrame(from, grid.frameOfReferenceUid);
  assertSameFrame(to, source.frameOfReferenceUid);
  const gridToLps = indexToLpsMatrix(grid);
  return multiplyMatrices(lpsToIndexMatrix(source), transform === null ? gridToLps : multiplyMatrices(transform.matrixLps, gridToLps));
}

function assertSameFrame(expected: string, found: string): void {
  if (expected !== found) throw new GraywiseError('GW_TRANSFORM_FRAMES', { expected, found });
}
