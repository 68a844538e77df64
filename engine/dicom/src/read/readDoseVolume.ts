import { GraywiseError, type PointLps, type Volume } from '@graywise/physics';
import { parsePart10, type ParsedObject } from '../part10/parsePart10.js';
import type { Part10 } from '../write/part10.js';
import { frameOfReferenceOf } from './emission/emissionGrid.js';
import { assembleGrid } from './geometry/assembleGrid.js';
import { framePlane } from './geometry/framePlane.js';
import type { Plane } from './geometry/Plane.js';
import { along, cross } from './geometry/vector.js';
import { linearMapping } from './values/ValueMapping.js';
import { volumeFromGrid } from './volumeFromGrid.js';

/**
 * Reads an RTDOSE grid in Gy: one multi-frame object, or one object per slice.
 * Throws GW_UNIT_UNKNOWN for relative dose, GW_GEOMETRY, GW_MISSING_TAG, GW_PIXELS_TRUNCATED.
 */
export async function readDoseVolume(files: readonly Part10[]): Promise<Volume<'Gy'>> {
  const objects = files.map(parsePart10);
  const first = objects[0];
  if (!first) throw new GraywiseError('GW_NO_IMAGES', { where: 'the dose' });
  const planes = objects.flatMap(dosePlanes);
  const options = {
    where: first.file.name,
    frameOfReferenceUid: frameOfReferenceOf(first),
    singleSliceSpacingMm: first.dataset.number('SliceThickness'),
    stacked: false,
  };
  return volumeFromGrid(assembleGrid(planes, options), 'Gy', ({ dataset, file }) => {
    const scaling = dataset.number('DoseGridScaling');
    if (scaling === null) throw new GraywiseError('GW_MISSING_TAG', { tag: 'DoseGridScaling', where: file.name });
    const units = dataset.text('DoseUnits')?.toUpperCase() ?? '';
    if (units !== 'GY') throw new GraywiseError('GW_UNIT_UNKNOWN', { where: file.name, found: units });
    return { mapping: linearMapping('Gy', scaling, 0), factor: 1, padding: null };
  });
}

/** GridFrameOffsetVector counts from the first frame along the normal when it starts with 0; otherwise it holds patient z coordinates (PS3.3 C.8.8.3.2). */
function dosePlanes(object: ParsedObject): Plane[] {
  const base = framePlane(object, 0);
  const count = object.dataset.number('NumberOfFrames') ?? 1;
  if (count === 1) return [base];
  const offsets = object.dataset.numbers('GridFrameOffsetVector');
  if (offsets.length !== count) throw new GraywiseError('GW_MISSING_TAG', { tag: 'GridFrameOffsetVector', where: object.file.name });
  const zero = offsets[0] ?? 0;
  const direction: PointLps = zero === 0 ? cross(base.row, base.column) : [0, 0, 1];
  return offsets.map((offset, frame) => ({ ...base, frame, position: along(base.position, offset - zero, direction) }));
}
