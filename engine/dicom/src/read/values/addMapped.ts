import { GraywiseError } from '@graywise/physics';
import type { StoredFrame } from '../../pixels/readFrames.js';
import type { MappingSegment, ValueMapping } from './ValueMapping.js';

/** Stored values that mean "no value here" (PixelPaddingValue to PixelPaddingRangeLimit) and what stands in their place. */
export interface Padding {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/**
 * Adds the mapped values of one frame, times `factor`, to `target` from `offset` on: added, because counts of several rotations share a slice.
 * Throws GW_UNIT_UNKNOWN for a stored value that the mapping does not cover.
 */
export function addMapped(
  target: Float32Array,
  offset: number,
  stored: StoredFrame,
  mapping: ValueMapping,
  factor: number,
  padding: Padding | null,
  where: string,
): void {
  const only = mapping.segments[0];
  const covered = only && mapping.segments.length === 1 && !only.table ? only : null;
  for (let index = 0; index < stored.length; index++) {
    const value = stored[index] ?? 0;
    const position = offset + index;
    if (padding && value >= padding.from && value <= padding.to) target[position] = padding.value;
    else if (covered && value >= covered.first && value <= covered.last)
      target[position] = (target[position] ?? 0) + factor * (covered.slope * value + covered.intercept);
    else target[position] = (target[position] ?? 0) + factor * mapOne(value, mapping.segments, where);
  }
}

function mapOne(value: number, segments: readonly MappingSegment[], where: string): number {
  for (const { first, last, slope, intercept, table } of segments) {
    if (value < first || value > last) continue;
    return table ? (table[value - first] ?? NaN) : slope * value + intercept;
  }
  throw new GraywiseError('GW_UNIT_UNKNOWN', { where, found: `a stored value of ${value.toString()} outside the mapped range` });
}
