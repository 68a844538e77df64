import { GraywiseError } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { functionalItems } from '../geometry/functionalGroups.js';

/** Rescale of one frame; `type` is RescaleType, or null. */
export interface Rescale {
  readonly slope: number;
  readonly intercept: number;
  readonly type: string | null;
}

/**
 * Rescale slope and intercept of a frame, from the functional groups or the top level; null when the object states none.
 * Throws GW_UNIT_UNKNOWN for a modality lookup table and for a slope that is zero.
 */
export function rescaleOf({ dataset, file }: ParsedObject, frame: number): Rescale | null {
  if (dataset.has('ModalityLUTSequence'))
    throw new GraywiseError('GW_UNIT_UNKNOWN', { where: file.name, found: 'a modality lookup table' });
  const source = functionalItems(dataset, frame, 'PixelValueTransformationSequence')[0] ?? dataset;
  const slope = source.number('RescaleSlope');
  if (slope === null) return null;
  if (slope === 0) throw new GraywiseError('GW_UNIT_UNKNOWN', { where: file.name, found: 'RescaleSlope 0' });
  return { slope, intercept: source.number('RescaleIntercept') ?? 0, type: source.text('RescaleType') };
}
