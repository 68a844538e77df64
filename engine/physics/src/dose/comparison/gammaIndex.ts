import { GraywiseError } from '../../errors/GraywiseError.js';
import { geometriesEqual } from '../../volume/geometriesEqual.js';
import type { Volume } from '../../volume/volumeGeometry.js';
import type { GammaCriteria } from './gammaCriteria.js';
import { localExtremes } from './localExtremes.js';
import { searchEdges, type NearbyPoint, type SearchEdge } from './searchEdges.js';

/** Nothing farther than this many distance criteria is looked at: a gamma index ends here. */
export const LARGEST_GAMMA = 2;

/**
 * The gamma index of two doses on one grid (Low DA et al., Med Phys 25 (1998) 656): at each voxel of `reference` the least length, over the points of
 * `evaluated`, of the vector of distance and dose difference, each in units of its criterion (rule D10). At most 1 passes; 2 stands for 2 or more.
 *
 * `evaluated` is linear between voxels. Where `wanted` is 0, and outside of the reference's dose, it is 0. Throws GW_GEOMETRY for another grid and
 * GW_USAGE for criteria that are not positive.
 *
 * @param wanted - 1 where the index is asked for
 * @param largestGy - the dose that "global" per cents are of
 */
export function gammaIndex(
  reference: Volume<'Gy'>,
  evaluated: Volume<'Gy'>,
  criteria: GammaCriteria,
  wanted: Uint8Array,
  largestGy: number,
): Volume<'1'> {
  const { geometry } = reference;
  if (!geometriesEqual(geometry, evaluated.geometry))
    throw new GraywiseError('GW_GEOMETRY', { where: 'the evaluated dose', found: 'a grid other than that of the reference' });
  const { doseDifferencePercent, distanceMm, normalisation } = criteria;
  if (!(doseDifferencePercent > 0) || !(distanceMm > 0))
    throw new GraywiseError('GW_USAGE', {
      expected: 'gamma criteria above zero',
      found: `${String(doseDifferencePercent)} %/${String(distanceMm)} mm`,
    });
  const edges = searchEdges(geometry, distanceMm, LARGEST_GAMMA);
  const { lowest, highest } = localExtremes(
    evaluated,
    geometry.spacingMm.map(spacing => Math.ceil((LARGEST_GAMMA * distanceMm) / spacing)),
  );
  const [columns, rows, slices] = geometry.size;
  const data = new Float32Array(wanted.length);
  let voxel = 0;
  for (let k = 0; k < slices; k++)
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < columns; i++, voxel++) {
        const doseGy = reference.data[voxel] ?? 0;
        if (wanted[voxel] !== 1 || doseGy <= 0) continue;
        const toleranceGy = (doseDifferencePercent / 100) * (normalisation === 'local' ? doseGy : largestGy);
        const differenceGy = Math.max((lowest[voxel] ?? 0) - doseGy, doseGy - (highest[voxel] ?? 0), 0);
        data[voxel] = leastLength({ place: [i, j, k], voxel, doseGy, toleranceGy, least: differenceGy / toleranceGy }, evaluated, edges);
      }
  return { geometry, unit: '1', data };
}

/** A point of the reference, with what no dose around it can be nearer than, in units of the tolerance. */
interface ReferencePoint {
  readonly place: readonly [number, number, number];
  readonly voxel: number;
  readonly doseGy: number;
  readonly toleranceGy: number;
  readonly least: number;
}

/** Edges come nearest first: as soon as distance and least difference alone are no less than what was found, nothing better can come. */
function leastLength(point: ReferencePoint, { data, geometry }: Volume<'Gy'>, edges: readonly SearchEdge[]): number {
  const { voxel, doseGy, toleranceGy } = point;
  const [i, j, k] = point.place;
  const [columns, rows, slices] = geometry.size;
  const leastOfDose = point.least * point.least;
  let least = LARGEST_GAMMA * LARGEST_GAMMA;
  for (const edge of edges) {
    if (edge.nearestSquared + leastOfDose >= least) break;
    const { lowest, highest } = edge;
    if (i + lowest[0] < 0 || j + lowest[1] < 0 || k + lowest[2] < 0) continue;
    if (i + highest[0] >= columns || j + highest[1] >= rows || k + highest[2] >= slices) continue;
    const from = (doseNear(data, voxel, edge.from) - doseGy) / toleranceGy;
    const to = (doseNear(data, voxel, edge.to) - doseGy) / toleranceGy;
    least = Math.min(least, squaredLengthOfEdge(edge, from, to - from));
  }
  return Math.sqrt(least);
}

function doseNear(data: Float32Array, voxel: number, { shifts, weights }: NearbyPoint): number {
  let dose = 0;
  for (let corner = 0; corner < shifts.length; corner++) dose += (weights[corner] ?? 0) * (data[voxel + (shifts[corner] ?? 0)] ?? 0);
  return dose;
}

/** The squared distance of an edge from the origin, in the space of distance and dose where it is straight. */
function squaredLengthOfEdge({ along, asideSquared, length }: SearchEdge, difference: number, change: number): number {
  const share = -(along * length + difference * change) / (length * length + change * change);
  const at = Math.min(1, Math.max(0, share));
  const place = along + at * length;
  const dose = difference + at * change;
  return asideSquared + place * place + dose * dose;
}
