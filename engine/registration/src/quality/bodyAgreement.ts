import { gridToIndexMatrix, interpolateLinear, voxelVolume, type RigidTransform } from '@graywise/physics';
import { alongAxes } from '../prepare/alongAxes.js';
import type { PreparedImage } from '../prepare/preparedImage.js';
import { normalisedCrossCorrelation } from './normalisedCrossCorrelation.js';

/** How two images agree where the body of one lies within the field of view of the other. */
export interface BodyAgreement {
  /** Normalised cross-correlation, -1 to 1; 0 where there is nothing to compare. */
  readonly similarity: number;
  /** Body of `fixed` within the field of view of `moving`, as a share of the smaller of the two bodies, at most 1. */
  readonly overlap: number;
  /** Shortest side of the box around that part of the body, along the axes of `fixed`, mm. */
  readonly overlapMm: number;
}

/**
 * Compares two images under a transform from `fixed` to `moving`, in every `stride`-th voxel along each axis of the body of `fixed`;
 * `moving` is interpolated trilinearly.
 */
export function bodyAgreement(fixed: PreparedImage, moving: PreparedImage, transform: RigidTransform, stride = 1): BodyAgreement {
  const shared = sharedBody(fixed, moving, transform, stride);
  const volume = stride ** 3 * shared.fixed.length * voxelVolume(fixed.geometry);
  return {
    similarity: normalisedCrossCorrelation(shared.fixed, shared.moving),
    overlap: Math.min(1, volume / Math.min(bodyVolume(fixed), bodyVolume(moving))),
    overlapMm: Math.min(
      ...alongAxes(axis => Math.max(0, shared.last[axis] - shared.first[axis] + stride) * fixed.geometry.spacingMm[axis]),
    ),
  };
}

interface SharedBody {
  readonly fixed: number[];
  readonly moving: number[];
  readonly first: [number, number, number];
  readonly last: [number, number, number];
}

function sharedBody(fixed: PreparedImage, moving: PreparedImage, transform: RigidTransform, stride: number): SharedBody {
  const m = gridToIndexMatrix(fixed.geometry, moving.geometry, transform);
  const shared: SharedBody = { fixed: [], moving: [], first: [Infinity, Infinity, Infinity], last: [-Infinity, -Infinity, -Infinity] };
  const [nx, ny, nz] = fixed.geometry.size;
  for (let k = 0; k < nz; k += stride) {
    for (let j = 0; j < ny; j += stride) {
      for (let i = 0; i < nx; i += stride) {
        const voxel = i + nx * (j + ny * k);
        if (!fixed.body[voxel]) continue;
        const x = m[0] * i + m[1] * j + m[2] * k + m[3];
        const y = m[4] * i + m[5] * j + m[6] * k + m[7];
        const z = m[8] * i + m[9] * j + m[10] * k + m[11];
        const value = interpolateLinear(moving.data, moving.geometry.size, x, y, z, NaN);
        if (!Number.isNaN(value)) share(shared, [i, j, k], fixed.data[voxel] ?? NaN, value);
      }
    }
  }
  return shared;
}

function share(shared: SharedBody, index: readonly [number, number, number], fixed: number, moving: number): void {
  shared.fixed.push(fixed);
  shared.moving.push(moving);
  for (const axis of [0, 1, 2] as const) {
    shared.first[axis] = Math.min(shared.first[axis], index[axis]);
    shared.last[axis] = Math.max(shared.last[axis], index[axis]);
  }
}

function bodyVolume({ body, geometry }: PreparedImage): number {
  let voxels = 0;
  for (const inside of body) voxels += inside;
  return voxels * voxelVolume(geometry);
}
