import { assertGeometry, indexToLps, type PointLps, type VolumeGeometry } from '@graywise/physics';

/**
 * A volume as the frames of a multi-frame object. `slices[frame]` is the index k of the volume's slice: in reverse when the axes of the volume are
 * left-handed, because DICOM counts frames along the cross product of the row and the column direction.
 */
export interface FrameGrid {
  readonly rows: number;
  readonly columns: number;
  readonly slices: readonly number[];
  readonly positions: readonly PointLps[];
  /** Direction of the rows (increasing column), then of the columns (increasing row). */
  readonly imageOrientation: readonly number[];
  /** Between rows, between columns; mm. */
  readonly pixelSpacing: readonly [number, number];
  readonly sliceSpacing: number;
}

/** The frames of a geometry, which may be oblique or left-handed. Throws GW_GEOMETRY when its axes are not perpendicular unit vectors. */
export function frameGrid(geometry: VolumeGeometry): FrameGrid {
  assertGeometry(geometry, 'the dose grid');
  const [ix, jx, kx, iy, jy, ky, iz, jz, kz] = geometry.direction;
  const alongNormal = (iy * jz - iz * jy) * kx + (iz * jx - ix * jz) * ky + (ix * jy - iy * jx) * kz;
  const [columns, rows, depth] = geometry.size;
  const slices = Array.from({ length: depth }, (_, frame) => (alongNormal > 0 ? frame : depth - 1 - frame));
  return {
    rows,
    columns,
    slices,
    positions: slices.map(slice => indexToLps(geometry, [0, 0, slice])),
    imageOrientation: [ix, iy, iz, jx, jy, jz],
    pixelSpacing: [geometry.spacingMm[1], geometry.spacingMm[0]],
    sliceSpacing: geometry.spacingMm[2],
  };
}
