import { GraywiseError } from '@graywise/physics';
import type { Dataset } from '../../part10/Dataset.js';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { functionalItems } from '../geometry/functionalGroups.js';
import { mappedUnit, type MappedUnit } from './mappedUnit.js';
import type { MappingSegment, ValueMapping } from './ValueMapping.js';

/** The real world value mappings of a frame in units that mean something here, and the unit codes of those that do not. */
export interface RealWorldMappings {
  readonly mappings: readonly ValueMapping<MappedUnit['unit']>[];
  readonly unknownUnits: readonly string[];
}

/**
 * Reads RealWorldValueMappingSequence (PS3.3 C.7.6.16.2.11) from the functional groups or the top level. It maps stored values; Rescale plays no part.
 * Items of one unit are the pieces of one mapping. Throws GW_MISSING_TAG for an item with neither slope nor table.
 */
export function realWorldMappings(object: ParsedObject, frame: number): RealWorldMappings {
  const pieces = new Map<MappedUnit['unit'], MappingSegment[]>();
  const unknownUnits: string[] = [];
  for (const item of functionalItems(object.dataset, frame, 'RealWorldValueMappingSequence')) {
    const code = item.item('MeasurementUnitsCodeSequence');
    const texts = [code?.text('CodeValue'), code?.text('CodeMeaning')].filter(text => text !== null && text !== undefined);
    const unit = texts.map(mappedUnit).find(found => found !== null);
    if (unit) pieces.set(unit.unit, [...(pieces.get(unit.unit) ?? []), segment(item, unit.factor, object)]);
    else unknownUnits.push(texts[0] ?? '(no unit)');
  }
  return { mappings: [...pieces].map(([unit, segments]) => ({ unit, segments })), unknownUnits };
}

function segment(item: Dataset, factor: number, { dataset, file }: ParsedObject): MappingSegment {
  const range = (which: 'First' | 'Last'): number | null =>
    item.number(`DoubleFloatRealWorldValue${which}ValueMapped`) ?? item.number(`RealWorldValue${which}ValueMapped`);
  let first = range('First') ?? -Infinity;
  let last = range('Last') ?? Infinity;
  // US and SS share the two bytes: the other reading shows as a range that runs backwards.
  if (first > last && dataset.number('PixelRepresentation') === 1) first -= 65536;
  if (first > last) last += 65536;
  const table = item.numbers('RealWorldValueLUTData').map(value => value * factor);
  if (table.length > 0)
    return { first: Math.max(first, 0), last: Math.min(last, Math.max(first, 0) + table.length - 1), slope: 0, intercept: 0, table };
  const slope = item.number('RealWorldValueSlope');
  if (slope === null) throw new GraywiseError('GW_MISSING_TAG', { tag: 'RealWorldValueSlope', where: file.name });
  return { first, last, slope: slope * factor, intercept: (item.number('RealWorldValueIntercept') ?? 0) * factor, table: null };
}
