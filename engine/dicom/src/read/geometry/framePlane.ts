import { GraywiseError, type PointLps } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { functionalItems } from './functionalGroups.js';
import { orientationFromCosines } from './orientation.js';
import type { Plane } from './Plane.js';

/**
 * The plane of one frame whose own position is stated: single-frame CT and PET, and every enhanced multi-frame object.
 * Throws GW_ORIENTATION, GW_MISSING_TAG.
 */
export function framePlane(object: ParsedObject, frame: number): Plane {
  const { dataset, file } = object;
  const first = (group: string, keyword: string): number[] =>
    functionalItems(dataset, frame, group)[0]?.numbers(keyword) ?? dataset.numbers(keyword);
  const position = pointFrom(first('PlanePositionSequence', 'ImagePositionPatient'), file.name);
  const orientation = orientationFromCosines(first('PlaneOrientationSequence', 'ImageOrientationPatient'), file.name);
  return { object, frame, position, ...orientation, ...pixelGrid(object, first('PixelMeasuresSequence', 'PixelSpacing')) };
}

/** A point in LPS from ImagePositionPatient. Throws GW_MISSING_TAG. */
export function pointFrom(coordinates: readonly number[], where: string): PointLps {
  const [x, y, z] = coordinates;
  if (x === undefined || y === undefined || z === undefined)
    throw new GraywiseError('GW_MISSING_TAG', { tag: 'ImagePositionPatient', where });
  return [x, y, z];
}

/** Rows, columns and their spacing (PixelSpacing is between rows first, then between columns: PS3.3 10.7.1.3). Throws GW_MISSING_TAG. */
export function pixelGrid(
  { dataset, file }: ParsedObject,
  pixelSpacing: readonly number[],
): Pick<Plane, 'rows' | 'columns' | 'rowSpacingMm' | 'columnSpacingMm'> {
  const [rowSpacingMm = 0, columnSpacingMm = 0] = pixelSpacing;
  if (!(rowSpacingMm > 0 && columnSpacingMm > 0)) throw new GraywiseError('GW_MISSING_TAG', { tag: 'PixelSpacing', where: file.name });
  const rows = dataset.number('Rows');
  const columns = dataset.number('Columns');
  if (rows === null || columns === null) throw new GraywiseError('GW_MISSING_TAG', { tag: 'Rows and Columns', where: file.name });
  return { rows, columns, rowSpacingMm, columnSpacingMm };
}
