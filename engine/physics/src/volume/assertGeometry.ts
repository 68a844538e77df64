import { GraywiseError } from '../errors/GraywiseError.js';
import type { VolumeGeometry } from './volumeGeometry.js';

// Direction cosines come as decimal strings, often with 6 digits; a gantry tilt of 0.1 degree already makes 2e-3.
const DIRECTION_TOLERANCE = 1e-3;

/**
 * Refuses a geometry that is no regular box of voxels: GW_GEOMETRY when a size is not a whole number above zero, a spacing not a number above zero,
 * the origin not finite, or the axes are not perpendicular unit vectors (to 1e-3). Left-handed and oblique axes pass. `where` names the volume.
 */
export function assertGeometry(geometry: VolumeGeometry, where = 'the volume'): void {
  const fault = findFault(geometry);
  if (fault !== null) throw new GraywiseError('GW_GEOMETRY', { where, found: fault });
}

function findFault({ size, spacingMm, originLps, direction }: VolumeGeometry): string | null {
  if (!size.every(n => Number.isSafeInteger(n) && n > 0)) return `size ${size.join(' x ')}`;
  if (!spacingMm.every(s => Number.isFinite(s) && s > 0)) return `spacing ${spacingMm.join(' x ')} mm`;
  if (!originLps.every(Number.isFinite)) return `origin ${originLps.join(', ')}`;
  const [ix, jx, kx, iy, jy, ky, iz, jz, kz] = direction;
  const i = [ix, iy, iz] as const;
  const j = [jx, jy, jz] as const;
  const k = [kx, ky, kz] as const;
  const unit = [dot(i, i), dot(j, j), dot(k, k)].every(square => Math.abs(square - 1) < 2 * DIRECTION_TOLERANCE);
  const perpendicular = [dot(i, j), dot(j, k), dot(k, i)].every(product => Math.abs(product) < DIRECTION_TOLERANCE);
  return unit && perpendicular ? null : `axes ${direction.join(', ')} are not perpendicular unit vectors`;
}

function dot(a: readonly [number, number, number], b: readonly [number, number, number]): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
