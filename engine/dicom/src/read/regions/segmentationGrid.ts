import { GraywiseError, type VolumeGeometry } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { frameOfReferenceOf } from '../emission/emissionGrid.js';
import { framePlane } from '../geometry/framePlane.js';
import { functionalItems } from '../geometry/functionalGroups.js';
import { sameOrientation } from '../geometry/orientation.js';
import type { Plane } from '../geometry/Plane.js';
import { along, cross, difference, dot, length } from '../geometry/vector.js';

/** The grid of a segmentation and the slice of every frame in it. Frames of empty slices are often left out, so the grid may have more slices. */
export interface SegmentationGrid {
  readonly geometry: VolumeGeometry;
  readonly sliceOfFrame: readonly number[];
}

/** Written positions are rounded; a frame this far (in slices) from a slice of the grid is on none. */
const OFF_GRID = 0.05;
const SIDEWAYS_MM = 0.2;

/**
 * The regular grid on which the frames of a SEG object lie: from its lowest to its highest frame, at the stated spacing where positions agree with
 * it, else at the smallest distance between frames. Throws GW_GEOMETRY, GW_ORIENTATION, GW_MISSING_TAG.
 */
export function segmentationGrid(object: ParsedObject): SegmentationGrid {
  const { dataset, file } = object;
  const count = dataset.number('NumberOfFrames') ?? 1;
  const planes = Array.from({ length: count }, (_, frame) => framePlane(object, frame));
  const [first] = planes;
  if (!first) throw new GraywiseError('GW_NO_IMAGES', { where: file.name });
  const normal = cross(first.row, first.column);
  if (planes.some(plane => !sameOrientation(plane, first)))
    throw new GraywiseError('GW_GEOMETRY', { where: file.name, found: 'frames of different orientation' });
  const depths = planes.map(plane => dot(plane.position, normal));
  const lowest = depths.indexOf(Math.min(...depths));
  const origin = planes[lowest]?.position ?? first.position;
  const steps = depths.map(depth => depth - (depths[lowest] ?? 0));
  const spacing = spacingOf(steps, object);
  const sliceOfFrame = steps.map(step => Math.round(step / spacing));
  refuseOffGrid(planes, steps, sliceOfFrame, spacing, origin, file.name);
  const { row, column } = first;
  const geometry: VolumeGeometry = {
    size: [first.columns, first.rows, Math.max(...sliceOfFrame) + 1],
    spacingMm: [first.columnSpacingMm, first.rowSpacingMm, spacing],
    originLps: origin,
    direction: [row[0], column[0], normal[0], row[1], column[1], normal[1], row[2], column[2], normal[2]],
    frameOfReferenceUid: frameOfReferenceOf(object),
  };
  return { geometry, sliceOfFrame };
}

function spacingOf(steps: readonly number[], { dataset, file }: ParsedObject): number {
  const measures = functionalItems(dataset, 0, 'PixelMeasuresSequence')[0];
  const distances = [...steps]
    .sort((a, b) => a - b)
    .flatMap((step, index, sorted) => (index > 0 && step - (sorted[index - 1] ?? 0) > 0.01 ? [step - (sorted[index - 1] ?? 0)] : []));
  const fits = (spacing: number): boolean =>
    spacing > 0 && steps.every(step => Math.abs(step / spacing - Math.round(step / spacing)) < OFF_GRID);
  const stated = [measures?.number('SpacingBetweenSlices') ?? 0, measures?.number('SliceThickness') ?? 0].map(Math.abs);
  const smallest = distances.length > 0 ? Math.min(...distances) : 0;
  const [between, thickness] = stated;
  if (between !== undefined && fits(between)) return refined(steps, between);
  // Smallest distances add up their rounding: the mean over the whole stack is better.
  if (smallest > 0) return refined(steps, smallest);
  if (thickness !== undefined && thickness > 0) return thickness;
  throw new GraywiseError('GW_MISSING_TAG', { tag: 'SpacingBetweenSlices', where: file.name });
}

function refined(steps: readonly number[], spacing: number): number {
  const extent = Math.max(...steps);
  const slices = Math.round(extent / spacing);
  return slices > 0 ? extent / slices : spacing;
}

function refuseOffGrid(
  planes: readonly Plane[],
  steps: readonly number[],
  slices: readonly number[],
  spacing: number,
  origin: Plane['position'],
  where: string,
): void {
  planes.forEach((plane, frame) => {
    const normal = cross(plane.row, plane.column);
    const onAxis = along(origin, steps[frame] ?? 0, normal);
    const sideways = length(difference(plane.position, onAxis));
    const off = Math.abs((steps[frame] ?? 0) / spacing - (slices[frame] ?? 0));
    if (sideways > SIDEWAYS_MM)
      throw new GraywiseError('GW_GEOMETRY', {
        where,
        found: `frame ${(frame + 1).toString()} shifted sideways by ${sideways.toFixed(1)} mm`,
      });
    if (off > OFF_GRID)
      throw new GraywiseError('GW_GEOMETRY', {
        where,
        found: `frame ${(frame + 1).toString()} between slices of ${spacing.toFixed(3)} mm`,
      });
  });
}
