import { GraywiseError } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { framePlane, pixelGrid, pointFrom } from '../geometry/framePlane.js';
import { orientationFromCosines } from '../geometry/orientation.js';
import type { Plane } from '../geometry/Plane.js';
import { along, cross, difference, length } from '../geometry/vector.js';
import type { NmFrames } from './nmFrames.js';

/**
 * Planes of a reconstructed NM object. The first slice lies at ImagePositionPatient, slice n at SpacingBetweenSlices * (n - 1) along the normal
 * (row x column), against it when the spacing is negative (PS3.3 C.8.4.15). SliceThickness plays no part unless the spacing is not stated.
 *
 * Throws GW_ORIENTATION, GW_MISSING_TAG, and GW_GEOMETRY when the detector and the top level disagree about the position.
 */
export function nmPlanes(object: ParsedObject, { frames }: NmFrames): Plane[] {
  const { dataset, file } = object;
  if (dataset.item('PerFrameFunctionalGroupsSequence')?.has('PlanePositionSequence'))
    return frames.map(({ frame }) => framePlane(object, frame));
  const orientation = orientationFromCosines(statedOnce(object, 'ImageOrientationPatient', 2e-3), file.name);
  const position = pointFrom(statedOnce(object, 'ImagePositionPatient', 0.01), file.name);
  const grid = pixelGrid(object, dataset.numbers('PixelSpacing'));
  const normal = cross(orientation.row, orientation.column);
  const spacing = nmSliceSpacing(object);
  const first = Math.min(...frames.map(({ slice }) => slice));
  return frames.map(({ frame, slice }) => ({
    object,
    frame,
    position: along(position, (slice - first) * spacing, normal),
    ...orientation,
    ...grid,
  }));
}

/** Signed spacing between slices, mm. Throws GW_MISSING_TAG. */
export function nmSliceSpacing({ dataset, file }: ParsedObject): number {
  const spacing = dataset.number('SpacingBetweenSlices') ?? dataset.number('SliceThickness');
  if (spacing === null || spacing === 0) throw new GraywiseError('GW_MISSING_TAG', { tag: 'SpacingBetweenSlices', where: file.name });
  return spacing;
}

/** A position or orientation from DetectorInformationSequence or the top level; from both only when they agree. */
function statedOnce({ dataset, file }: ParsedObject, keyword: string, tolerance: number): number[] {
  const inner =
    dataset
      .items('DetectorInformationSequence')
      .map(item => item.numbers(keyword))
      .find(values => values.length > 0) ?? [];
  const outer = dataset.numbers(keyword);
  if (inner.length === 0) return outer;
  for (let start = 0; start < outer.length; start += 3) {
    const [a, b] = [point(inner, start), point(outer, start)];
    if (length(difference(a, b)) > tolerance)
      throw new GraywiseError('GW_GEOMETRY', { where: file.name, found: `two values of ${keyword} that disagree` });
  }
  return inner;
}

function point(values: readonly number[], start: number): [number, number, number] {
  return [values[start] ?? NaN, values[start + 1] ?? NaN, values[start + 2] ?? NaN];
}
