import { GraywiseError } from '../errors/GraywiseError.js';
import type { Second } from '../quantities/quantity.js';
import { geometriesEqual } from '../volume/geometriesEqual.js';
import type { Volume, VolumeGeometry } from '../volume/volumeGeometry.js';

/** The grid that the concentrations of all time points share. Throws GW_GEOMETRY when they do not, or when their number is not that of the times. */
export function commonGeometry(concentrations: readonly Volume<'Bq/mL'>[], afterAdministration: readonly Second[]): VolumeGeometry {
  const geometry = concentrations[0]?.geometry;
  if (!geometry || concentrations.length !== afterAdministration.length)
    throw new GraywiseError('GW_GEOMETRY', {
      where: 'the time points',
      found: `${String(concentrations.length)} volumes for ${String(afterAdministration.length)} times`,
    });
  if (!concentrations.every(volume => geometriesEqual(volume.geometry, geometry)))
    throw new GraywiseError('GW_GEOMETRY', { where: 'the time points', found: 'volumes on different grids' });
  return geometry;
}
