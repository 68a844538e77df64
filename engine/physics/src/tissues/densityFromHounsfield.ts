import { GraywiseError } from '../errors/GraywiseError.js';
import type { Volume } from '../volume/volumeGeometry.js';
import { densityAtHounsfield } from './densityAtHounsfield.js';
import { SCHNEIDER_DENSITY_CURVE, type DensityCurve } from './schneiderDensityCurve.js';

/**
 * The mass density of every voxel of a CT, on the grid of the CT. Values below the curve, such as the padding outside a round field of view, are
 * taken as its first density (air). Throws GW_NOT_FINITE when a voxel is not a number.
 */
export function densityFromHounsfield(ct: Volume<'HU'>, curve: DensityCurve = SCHNEIDER_DENSITY_CURVE): Volume<'g/mL'> {
  const data = new Float32Array(ct.data.length);
  for (let voxel = 0; voxel < data.length; voxel++) data[voxel] = densityAtHounsfield(ct.data[voxel] ?? NaN, curve);
  if (data.some(Number.isNaN)) throw new GraywiseError('GW_NOT_FINITE', { unit: 'HU', found: 'NaN' });
  return { geometry: ct.geometry, unit: 'g/mL', data };
}
