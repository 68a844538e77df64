import { GraywiseError } from '../errors/GraywiseError.js';
import { becquerel, becquerelPerMillilitre, type Becquerel, type BecquerelPerMillilitre } from '../quantities/quantity.js';
import { geometriesEqual } from '../volume/geometriesEqual.js';
import type { Volume } from '../volume/volumeGeometry.js';
import { voxelVolume } from '../volume/voxelVolume.js';
import type { RegionMask } from './regionMask.js';

/** What an image says of the activity in a region, at the instant that the concentration stands for. */
export interface RegionActivity {
  readonly activity: Becquerel;
  readonly meanConcentration: BecquerelPerMillilitre;
  readonly voxels: number;
}

/**
 * The activity in a region: the sum of concentration times voxel volume, summed in double precision. No recovery correction.
 *
 * Throws GW_GEOMETRY when image and region are not on one grid, GW_NO_REGIONS for a region without voxels, GW_NOT_FINITE or GW_NEGATIVE when the sum
 * is no activity.
 */
export function regionActivity(concentration: Volume<'Bq/mL'>, region: RegionMask): RegionActivity {
  if (!geometriesEqual(concentration.geometry, region.geometry)) {
    throw new GraywiseError('GW_GEOMETRY', { where: region.name, found: 'region and activity image are on different grids' });
  }
  let sum = 0;
  let voxels = 0;
  const { mask } = region;
  const { data } = concentration;
  // From its first voxel to its last: a region is a small part of the image.
  const last = mask.lastIndexOf(1);
  for (let voxel = Math.max(0, mask.indexOf(1)); voxel <= last; voxel++) {
    if (mask[voxel] !== 1) continue;
    sum += data[voxel] ?? NaN;
    voxels += 1;
  }
  if (voxels === 0) throw new GraywiseError('GW_NO_REGIONS', { where: region.name });
  return {
    activity: becquerel(sum * voxelVolume(region.geometry)),
    meanConcentration: becquerelPerMillilitre(sum / voxels),
    voxels,
  };
}
