import { GraywiseError } from '../errors/GraywiseError.js';
import { geometriesEqual } from '../volume/geometriesEqual.js';
import type { RegionMask } from './regionMask.js';

/**
 * One region of all voxels that are in any of the regions, in the colour of the first. Voxels that two share count once.
 * Throws GW_NO_REGIONS for an empty list, GW_GEOMETRY when the regions are not on one grid.
 */
export function unionOfRegions(regions: readonly RegionMask[], name: string, label: string): RegionMask {
  const [first] = regions;
  if (first === undefined) throw new GraywiseError('GW_NO_REGIONS', { where: name });
  const mask = new Uint8Array(first.mask.length);
  for (const region of regions) {
    if (!geometriesEqual(first.geometry, region.geometry)) {
      throw new GraywiseError('GW_GEOMETRY', { where: name, found: `${first.name} and ${region.name} are on different grids` });
    }
    for (let voxel = 0; voxel < mask.length; voxel++) if (region.mask[voxel] !== 0) mask[voxel] = 1;
  }
  return { name, label, color: first.color, geometry: first.geometry, mask, source: null };
}
