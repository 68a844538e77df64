import { GraywiseError, type PointLps } from '@graywise/physics';
import { cross, difference, dot, length, unit } from './vector.js';

/** Unit vectors along rows and columns. */
export interface Orientation {
  readonly row: PointLps;
  readonly column: PointLps;
}

/** How far rows and columns may be from unit length and from being perpendicular: cosines are often written with four decimals. */
const TOLERANCE = 2e-3;

/** Unit vectors of an ImageOrientationPatient. Throws GW_ORIENTATION when it is absent or its vectors are not perpendicular unit vectors. */
export function orientationFromCosines(cosines: readonly number[], where: string): Orientation {
  if (cosines.length !== 6)
    throw new GraywiseError('GW_ORIENTATION', {
      where,
      found: cosines.length === 0 ? 'ImageOrientationPatient is missing' : `${cosines.length.toString()} direction cosines`,
    });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = cosines;
  const row: PointLps = [a, b, c];
  const column: PointLps = [d, e, f];
  const askew = Math.max(Math.abs(length(row) - 1), Math.abs(length(column) - 1), Math.abs(dot(row, column)));
  if (!(askew < TOLERANCE)) throw new GraywiseError('GW_ORIENTATION', { where, found: `direction cosines ${cosines.join('\\')}` });
  const rowUnit = unit(row);
  // Made exactly perpendicular, so that rounding of the cosines cannot shear the volume.
  const normal = unit(cross(rowUnit, column));
  return { row: rowUnit, column: cross(normal, rowUnit) };
}

/** True when two orientations agree to the accuracy of written cosines. */
export function sameOrientation(a: Orientation, b: Orientation): boolean {
  return length(difference(a.row, b.row)) < TOLERANCE && length(difference(a.column, b.column)) < TOLERANCE;
}
