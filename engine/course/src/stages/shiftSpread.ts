import { voxelVolume, type RegionMask, type Volume } from '@graywise/physics';

/**
 * Standard uncertainty (Bq) of a region's activity when the scan may lie `residualMm` off.
 *
 * The region is moved by one voxel to each of the six sides; the root mean square change of its activity, taken as growing in proportion to the
 * shift, is scaled to the residual.
 */
export function shiftSpread(concentration: Volume<'Bq/mL'>, region: RegionMask, residualMm: number): number {
  const [nx, ny, nz] = region.geometry.size;
  const steps = [1, nx, nx * ny];
  const [lowest, highest] = indexRange(region.mask, nx * ny, nz);
  const sums = [0, 0, 0, 0, 0, 0, 0];
  for (let at = lowest; at < highest; at++) {
    if (region.mask[at] !== 1) continue;
    sums[0] = (sums[0] ?? 0) + (concentration.data[at] ?? 0);
    steps.forEach((step, axis) => {
      sums[1 + axis] = (sums[1 + axis] ?? 0) + (concentration.data[at + step] ?? 0);
      sums[4 + axis] = (sums[4 + axis] ?? 0) + (concentration.data[at - step] ?? 0);
    });
  }
  const centre = sums[0] ?? 0;
  const squares = steps.map((_step, axis) => {
    const spacing = region.geometry.spacingMm[axis] ?? 1;
    const change = (((sums[1 + axis] ?? 0) - centre) ** 2 + ((sums[4 + axis] ?? 0) - centre) ** 2) / 2;
    return change / spacing ** 2;
  });
  const perMillimetre = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / 3);
  return perMillimetre * residualMm * voxelVolume(region.geometry);
}

/** First and last index (exclusive) of the slices that hold the region. */
function indexRange(mask: Uint8Array, slice: number, slices: number): [number, number] {
  const first = mask.indexOf(1);
  const last = mask.lastIndexOf(1);
  if (first < 0) return [0, 0];
  return [Math.floor(first / slice) * slice, Math.min(slices, Math.floor(last / slice) + 1) * slice];
}
