import { GraywiseError } from '@graywise/physics';
import type { ParsedObject } from '../../part10/parsePart10.js';
import { mappedUnit, type MappedUnit } from './mappedUnit.js';
import { realWorldMappings } from './realWorldMappings.js';
import { rescaleOf } from './rescale.js';
import { linearMapping, type ValueMapping } from './ValueMapping.js';

export type EmissionUnit = MappedUnit['unit'];

/** RescaleType values that say nothing about a unit. */
const UNSPECIFIED = new Set(['US', 'NONE', 'UNSPECIFIED', '']);
/** Two ways to the same unit in one object agree when slopes differ by less than this: both are written as rounded decimals. */
const AGREEMENT = 1e-3;

/**
 * How the stored values of an emission frame become counts, counts per second or Bq/mL.
 *
 * A mapping to Bq/mL comes before one to counts, a real world value mapping before Rescale where Rescale names no unit. An NM object that names
 * no unit at all holds counts, scaled by its Rescale. Throws GW_UNIT_UNKNOWN for other units (SUV …) and when two mappings to the same unit
 * disagree, GW_MISSING_TAG when a PET object names no unit.
 */
export function emissionMapping(object: ParsedObject, frame: number, modality: 'NM' | 'PT'): ValueMapping<EmissionUnit> {
  const { mappings, unknownUnits } = realWorldMappings(object, frame);
  const stated = rescaledMapping(object, frame);
  const candidates = stated.mapping ? [...mappings, stated.mapping] : [...mappings];
  for (const unit of ['Bq/mL', 'counts', 'counts/s'] as const) {
    const ofUnit = candidates.filter(candidate => candidate.unit === unit);
    const [chosen, other] = ofUnit;
    if (chosen && other && !agree(chosen, other)) throw disagreement(object, chosen, other);
    if (chosen) return chosen;
  }
  const unknown = stated.unknown ?? unknownUnits[0];
  if (unknown !== undefined) throw new GraywiseError('GW_UNIT_UNKNOWN', { where: object.file.name, found: unknown });
  if (modality === 'PT') throw new GraywiseError('GW_MISSING_TAG', { tag: 'Units', where: object.file.name });
  const rescale = rescaleOf(object, frame);
  return linearMapping('counts', rescale?.slope ?? 1, rescale?.intercept ?? 0);
}

/** What Units or RescaleType say of the rescaled values. */
function rescaledMapping(object: ParsedObject, frame: number): { mapping: ValueMapping<EmissionUnit> | null; unknown: string | null } {
  const rescale = rescaleOf(object, frame);
  const text = object.dataset.text('Units') ?? rescale?.type ?? '';
  const unit = mappedUnit(text);
  if (!unit) return { mapping: null, unknown: UNSPECIFIED.has(text.toUpperCase()) ? null : text };
  return { mapping: linearMapping(unit.unit, (rescale?.slope ?? 1) * unit.factor, (rescale?.intercept ?? 0) * unit.factor), unknown: null };
}

function agree(a: ValueMapping, b: ValueMapping): boolean {
  const [left, right] = [a.segments[0], b.segments[0]];
  if (!left || !right || a.segments.length > 1 || b.segments.length > 1 || left.table || right.table) return false;
  const close = (x: number, y: number): boolean => Math.abs(x - y) <= AGREEMENT * Math.max(Math.abs(left.slope), Math.abs(right.slope));
  return close(left.slope, right.slope) && close(left.intercept, right.intercept);
}

function disagreement({ file }: ParsedObject, a: ValueMapping, b: ValueMapping): GraywiseError {
  const text = (mapping: ValueMapping): string =>
    mapping.segments
      .map(({ slope, intercept, table }) => (table ? 'a table' : `${slope.toString()} x + ${intercept.toString()}`))
      .join(', ');
  return new GraywiseError('GW_UNIT_UNKNOWN', {
    where: file.name,
    found: `two mappings to ${a.unit} that disagree: ${text(a)} and ${text(b)}`,
  });
}
