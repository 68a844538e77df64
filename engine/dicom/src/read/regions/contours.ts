import { GraywiseError, type PointLps } from '@graywise/physics';
import type { Dataset } from '../../part10/Dataset.js';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { cross, difference, dot, length, unit } from '../geometry/vector.js';

/** A closed planar contour: its corners, LPS mm. */
export type Contour = readonly PointLps[];

const CLOSED = ['CLOSED_PLANAR', 'CLOSED_PLANAR_XOR', 'CLOSEDPLANAR_XOR', 'CLOSED_PLANARXOR'];

/** The closed contours of one region of interest of an RTSTRUCT; points and open lines enclose nothing and are left out. */
export function closedContours(object: ParsedObject, roiNumber: number): Contour[] {
  const roi = object.dataset.items('ROIContourSequence').find(item => item.number('ReferencedROINumber') === roiNumber);
  return (roi?.items('ContourSequence') ?? [])
    .filter(isClosed)
    .map(item => points(item, object.file.name))
    .filter(contour => contour.length > 2);
}

/** True when a region of interest encloses anything. */
export function enclosesAnything(roiContour: Dataset | undefined): boolean {
  return (roiContour?.items('ContourSequence') ?? []).some(isClosed);
}

/**
 * The common unit normal of contours. Throws GW_GEOMETRY when a contour is not planar or the planes are not parallel: then no stack of slices
 * describes the region.
 */
export function contourNormal(contours: readonly Contour[], where: string): PointLps {
  const areas = contours.map(areaVector);
  const largest = areas.reduce<PointLps>((a, b) => (length(b) > length(a) ? b : a), [0, 0, 0]);
  const normal = unit(largest);
  const refuse = (found: string): never => {
    throw new GraywiseError('GW_GEOMETRY', { where, found });
  };
  if (!Number.isFinite(normal[0])) refuse('contours without an area');
  for (const contour of contours) {
    const first = contour[0] ?? [0, 0, 0];
    if (contour.some(corner => Math.abs(dot(difference(corner, first), normal)) > 0.1))
      refuse('contours that are not planar or not parallel');
  }
  return normal;
}

/** Newell's area vector: along the normal, as long as the area. */
function areaVector(contour: Contour): PointLps {
  const origin = contour[0] ?? [0, 0, 0];
  let sum: PointLps = [0, 0, 0];
  contour.forEach((corner, index) => {
    const next = contour[(index + 1) % contour.length] ?? corner;
    const term = cross(difference(corner, origin), difference(next, origin));
    sum = [sum[0] + term[0] / 2, sum[1] + term[1] / 2, sum[2] + term[2] / 2];
  });
  return sum;
}

function isClosed(item: Dataset): boolean {
  return CLOSED.includes((item.text('ContourGeometricType') ?? '').toUpperCase());
}

function points(item: Dataset, where: string): PointLps[] {
  const numbers = item.numbers('ContourData');
  if (numbers.length === 0 || numbers.length % 3 !== 0)
    throw new GraywiseError('GW_GEOMETRY', { where, found: `a contour of ${numbers.length.toString()} coordinates` });
  return Array.from({ length: numbers.length / 3 }, (_, index) => [
    numbers[index * 3] ?? 0,
    numbers[index * 3 + 1] ?? 0,
    numbers[index * 3 + 2] ?? 0,
  ]);
}
