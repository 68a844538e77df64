import { GraywiseError } from '../errors/GraywiseError.js';
import type { DoseVolumeHistogram } from '../record/cycleVerification.js';
import type { RegionMask } from '../segmentation/regionMask.js';
import { geometriesEqual } from '../volume/geometriesEqual.js';
import type { Volume } from '../volume/volumeGeometry.js';

const POINTS = 201;

/**
 * The cumulative dose-volume histogram of a region on the dose grid, from the sorted voxel values, without bins (rule D4).
 *
 * 201 doses from 0 to the maximum; each volume fraction is exact. Dx is the dose that x % of the volume receives at least, between voxels by linear
 * interpolation of the order statistics. Throws GW_GEOMETRY for another grid and GW_NO_REGIONS for an empty region.
 */
export function doseVolumeHistogram(dose: Volume<'Gy'>, region: RegionMask): DoseVolumeHistogram {
  if (!geometriesEqual(dose.geometry, region.geometry))
    throw new GraywiseError('GW_GEOMETRY', { where: region.label, found: 'a grid other than the dose grid' });
  const sortedGy = dosesIn(dose.data, region.mask).sort();
  if (sortedGy.length === 0) throw new GraywiseError('GW_NO_REGIONS');
  const maximumGy = sortedGy.at(-1) ?? 0;
  const dosesGy = Array.from({ length: POINTS }, (_, index) => (maximumGy * index) / (POINTS - 1));
  let below = 0;
  const volumeFraction = dosesGy.map(doseGy => {
    while (below < sortedGy.length && (sortedGy[below] ?? 0) < doseGy) below += 1;
    return 1 - below / sortedGy.length;
  });
  return {
    dosesGy,
    volumeFraction,
    minimumGy: sortedGy[0] ?? 0,
    meanGy: sortedGy.reduce((sum, value) => sum + value, 0) / sortedGy.length,
    maximumGy,
    d98Gy: quantile(sortedGy, 0.02),
    d50Gy: quantile(sortedGy, 0.5),
    d2Gy: quantile(sortedGy, 0.98),
  };
}

/** The doses of the voxels of a region. Plain loops: a callback for each of millions of voxels takes longer than all else here. */
function dosesIn(doseGy: Float32Array, mask: Uint8Array): Float32Array {
  const first = Math.max(0, mask.indexOf(1));
  const last = mask.lastIndexOf(1);
  let voxels = 0;
  for (let index = first; index <= last; index++) if (mask[index] === 1) voxels += 1;
  const inside = new Float32Array(voxels);
  let next = 0;
  for (let index = first; index <= last; index++) if (mask[index] === 1) inside[next++] = doseGy[index] ?? 0;
  return inside;
}

function quantile(sorted: Float32Array, fraction: number): number {
  const position = fraction * (sorted.length - 1);
  const low = Math.floor(position);
  const here = sorted[low] ?? 0;
  return here + (position - low) * ((sorted[low + 1] ?? here) - here);
}
