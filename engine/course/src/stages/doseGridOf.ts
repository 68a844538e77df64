import { croppedGeometry, indexToLps, lpsToIndex, refinedGeometry, type Volume, type VolumeGeometry } from '@graywise/physics';

/** Voxels of the dose map are at most this wide (mm): half a SPECT voxel, so that the edge of a kidney is followed by the mask and not by steps. */
const LARGEST_SPACING_MM = 2.5;
/** What is denser than this (HU) is body or couch; the grid is cropped to it with a margin. */
const BODY_HOUNSFIELD = -500;
const MARGIN_VOXELS = 4;

/**
 * The grid that concentrations, regions and absorbed dose share: the reference SPECT's own grid, each voxel split evenly, cropped to the body.
 *
 * Splitting the SPECT's grid (and not taking the CT's) keeps its axes and its frame of reference; one grid for all makes the stored dose and the
 * stored regions agree voxel by voxel.
 */
export function doseGridOf(emission: VolumeGeometry, ct: Volume<'HU'> | null): VolumeGeometry {
  const fine = refinedGeometry(emission, LARGEST_SPACING_MM);
  if (!ct) return fine;
  const [lowest, highest] = bodyBox(fine, ct);
  return croppedGeometry(fine, lowest, highest);
}

/** Corners (index, both inclusive) of the part of `grid` that holds the body seen on the CT. */
function bodyBox(grid: VolumeGeometry, ct: Volume<'HU'>): [[number, number, number], [number, number, number]] {
  const [nx, ny, nz] = ct.geometry.size;
  const low: [number, number, number] = [...grid.size];
  const high: [number, number, number] = [0, 0, 0];
  const step = 2;
  for (let k = 0; k < nz; k += step) {
    for (let j = 0; j < ny; j += step) {
      for (let i = 0; i < nx; i += step) {
        if ((ct.data[i + nx * (j + ny * k)] ?? -1000) <= BODY_HOUNSFIELD) continue;
        const index = lpsToIndex(grid, indexToLps(ct.geometry, [i, j, k]));
        for (const axis of [0, 1, 2] as const) {
          low[axis] = Math.min(low[axis], Math.floor(index[axis]) - MARGIN_VOXELS);
          high[axis] = Math.max(high[axis], Math.ceil(index[axis]) + MARGIN_VOXELS);
        }
      }
    }
  }
  const clamp = (value: number, size: number): number => Math.min(Math.max(value, 0), size - 1);
  const box = (corner: readonly [number, number, number]): [number, number, number] => [
    clamp(corner[0], grid.size[0]),
    clamp(corner[1], grid.size[1]),
    clamp(corner[2], grid.size[2]),
  ];
  return low[0] > high[0] ? [[0, 0, 0], box(grid.size)] : [box(low), box(high)];
}
