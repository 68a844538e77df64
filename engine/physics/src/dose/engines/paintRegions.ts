import type { Volume, VolumeGeometry } from '../../volume/volumeGeometry.js';
import type { DoseRegion } from './doseEngine.js';

/** A dose map that is even within each region; where regions overlap the last in the list shows. */
export function paintRegions(geometry: VolumeGeometry, regions: readonly DoseRegion[], dosesGy: readonly number[]): Volume<'Gy'> {
  const data = new Float32Array(geometry.size[0] * geometry.size[1] * geometry.size[2]);
  regions.forEach(({ mask }, index) => {
    for (let voxel = 0; voxel < mask.length; voxel++) if (mask[voxel] === 1) data[voxel] = dosesGy[index] ?? 0;
  });
  return { geometry, unit: 'Gy', data };
}
