/** A point in the patient coordinate system of DICOM: x to the left, y to the back, z to the head, in mm. */
export type PointLps = readonly [number, number, number];

/** A 3x3 matrix, row by row. */
export type Matrix3 = readonly [number, number, number, number, number, number, number, number, number];

/** A 4x4 homogeneous matrix, row by row. */
export type Matrix4 = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * Where the voxels of a volume are: geometry apart from voxels.
 *
 * Voxel (i, j, k) has its centre at `originLps + direction * (spacing * (i, j, k))`. `direction` is row by row, its columns are the unit vectors
 * of the i, j and k axes in LPS: oblique and flipped axes are allowed, left-handed ones too. Data order: i fastest, then j, then k.
 */
export interface VolumeGeometry {
  readonly size: readonly [number, number, number];
  readonly spacingMm: readonly [number, number, number];
  readonly originLps: PointLps;
  readonly direction: Matrix3;
  readonly frameOfReferenceUid: string;
}

/** What the numbers of a volume are. `counts` are counts per voxel over the whole acquisition, not counts per second. */
export type VoxelUnit = 'counts' | 'Bq/mL' | 'HU' | 'g/mL' | 'Gy' | 'Bq s/mL' | '1';

/** A volume: geometry and float32 voxels in a stated unit. */
export interface Volume<U extends VoxelUnit = VoxelUnit> {
  readonly geometry: VolumeGeometry;
  readonly unit: U;
  readonly data: Float32Array;
}

/** A rigid transform as a matrix in LPS mm. It maps a point of the reference scan to the same anatomical point in the other scan. */
export interface RigidTransform {
  readonly matrixLps: Matrix4;
  readonly fromFrameOfReferenceUid: string;
  readonly toFrameOfReferenceUid: string;
}
