import { GraywiseError } from '../errors/GraywiseError.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { multiplyEstimates } from '../quantities/multiplyEstimates.js';
import { gram, type Kilogram } from '../quantities/quantity.js';
import { SUGGESTED_DENSITY_UNCERTAINTY } from '../tissues/schneiderDensityCurve.js';
import { geometriesEqual } from '../volume/geometriesEqual.js';
import type { Volume } from '../volume/volumeGeometry.js';
import { volumeOnGrid } from '../volume/volumeOnGrid.js';
import type { RegionMask } from './regionMask.js';
import { regionVolume, type OutlineImage } from './regionVolume.js';

export interface MassOptions extends OutlineImage {
  /** Relative standard uncertainty of the density, a fraction; left out: the suggested value. */
  readonly densityRelativeUncertainty?: number;
}

/**
 * The mass of a region: its volume times the mean density inside it.
 *
 * A density volume on another grid of the same frame of reference is brought to the region's grid first.
 * The uncertainty shares the key of the outline with the volume and has `density` of its own, one variable for all regions because it comes from one curve.
 * Throws GW_NO_REGIONS for a region without voxels, GW_OUTSIDE_CT when the density volume ends inside it, GW_TRANSFORM_FRAMES when the frames of reference differ.
 */
export function regionMass(region: RegionMask, density: Volume<'g/mL'>, options: MassOptions = {}): Estimate<Kilogram> {
  const onGrid = geometriesEqual(region.geometry, density.geometry) ? density : volumeOnGrid(density, region.geometry, NaN);
  const mean = meanInside(region, onGrid.data);
  if (Number.isNaN(mean)) throw new GraywiseError('GW_OUTSIDE_CT', { where: region.name });
  const relative = options.densityRelativeUncertainty ?? SUGGESTED_DENSITY_UNCERTAINTY;
  const meanDensity = makeEstimate(mean, [{ source: 'density', key: 'density', standardUncertainty: mean * relative }]);
  return multiplyEstimates(regionVolume(region, options), meanDensity, gram);
}

function meanInside({ mask }: RegionMask, data: Float32Array): number {
  let sum = 0;
  let count = 0;
  for (let voxel = 0; voxel < mask.length; voxel++) {
    if (mask[voxel] === 0) continue;
    sum += data[voxel] ?? NaN;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
