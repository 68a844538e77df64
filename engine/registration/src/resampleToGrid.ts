import { withItk } from '#itk';
import { gridToIndexMatrix, type Matrix4, type RigidTransform, type Volume, type VolumeGeometry, type VoxelUnit } from '@graywise/physics';
import { itkImage } from './platform/itkImage.js';
import type { ItkTransform } from './platform/itkPlatform.js';
import { checkVoxels } from './prepare/checkVoxels.js';

/** An emission image, or a map made from one, that is to be brought to the reference. */
export interface ResampleRequest<U extends VoxelUnit> {
  readonly moving: Volume<U>;
  /** Maps points of the grid to points of `moving`. */
  readonly transform: RigidTransform;
  /** The grid to fill, in the frame of reference where `transform` starts. */
  readonly grid: VolumeGeometry;
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number, label: string) => void;
}

/**
 * Brings a volume to a grid with one interpolation: cubic b-splines, 0 outside the volume, and nothing below 0.
 *
 * Linear interpolation loses 2 to 9 % in kidneys and lesions on a 4.8 mm grid, b-splines 0.4 to 3 %; a second interpolation would lose again, so a
 * volume goes through here once. Ringing below 0 at sharp edges is set to 0: this is for counts, concentrations and dose, not for HU. Values are
 * taken over as they are: where voxel sizes differ, counts per voxel must become a concentration first. In Node it blocks the calling thread.
 *
 * Throws GW_TRANSFORM_FRAMES, GW_GEOMETRY, GW_NOT_REGISTRABLE (values missing or not finite), GW_IMAGE_TOO_LARGE and GW_CANCELLED.
 */
export async function resampleToGrid<U extends VoxelUnit>(request: ResampleRequest<U>): Promise<Volume<U>> {
  const { moving, transform, grid, signal, onProgress } = request;
  // Only for its checks of the frames of reference and the grids.
  gridToIndexMatrix(grid, moving.geometry, transform);
  checkVoxels(moving, 'the image to resample');
  const input = itkImage(moving.geometry, moving.data);
  const reference = itkImage(grid, null);
  onProgress?.(0, 'resampling');
  const { data } = await withItk('resampling', signal, itk => itk.resample(input, reference, affine(transform.matrixLps)));
  onProgress?.(1, 'resampled');
  return { unit: moving.unit, geometry: grid, data: Float32Array.from(data as Float32Array, value => Math.max(0, value)) };
}

/** An ITK affine transform, which takes rows of the matrix, then the translation, about a centre at the origin. */
function affine(m: Matrix4): ItkTransform {
  return {
    transformType: { transformParameterization: 'Affine', parametersValueType: 'float64', inputDimension: 3, outputDimension: 3 },
    numberOfFixedParameters: 3,
    numberOfParameters: 12,
    name: '',
    inputSpaceName: '',
    outputSpaceName: '',
    fixedParameters: Float64Array.of(0, 0, 0),
    parameters: Float64Array.of(m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10], m[3], m[7], m[11]),
  };
}
