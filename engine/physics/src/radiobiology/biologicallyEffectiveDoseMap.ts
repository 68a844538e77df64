import { GraywiseError } from '../errors/GraywiseError.js';
import { geometriesEqual } from '../volume/geometriesEqual.js';
import type { Volume } from '../volume/volumeGeometry.js';

/**
 * BED of every voxel, Gy: D + G D^2 / (alpha/beta) (rule B4), with one Lea-Catcheside factor for all voxels, as a region's curve gives it, or a map of
 * them on the same grid. Throws GW_GEOMETRY when the map is on another grid.
 */
export function biologicallyEffectiveDoseMap(dose: Volume<'Gy'>, interaction: number | Volume<'1'>, alphaBetaGy: number): Volume<'Gy'> {
  const map = typeof interaction === 'number' ? null : interaction;
  if (map && !geometriesEqual(dose.geometry, map.geometry))
    throw new GraywiseError('GW_GEOMETRY', { where: 'dose and Lea-Catcheside factor', found: 'different grids' });
  const everywhere = typeof interaction === 'number' ? interaction : 0;
  const data = new Float32Array(dose.data.length);
  for (let voxel = 0; voxel < data.length; voxel++) {
    const value = dose.data[voxel] ?? 0;
    data[voxel] = value + ((map ? (map.data[voxel] ?? NaN) : everywhere) * value * value) / alphaBetaGy;
  }
  return { geometry: dose.geometry, unit: 'Gy', data };
}
