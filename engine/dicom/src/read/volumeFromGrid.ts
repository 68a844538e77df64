import type { Volume, VoxelUnit } from '@graywise/physics';
import type { ParsedObject } from '../part10/parsePart10.js';
import { readFrames } from '../pixels/readFrames.js';
import type { Grid } from './geometry/assembleGrid.js';
import { addMapped, type Padding } from './values/addMapped.js';
import type { ValueMapping } from './values/ValueMapping.js';

/** How one frame is turned into values: its mapping, a factor on top, and its padding. */
export interface FrameValues {
  readonly mapping: ValueMapping;
  readonly factor: number;
  readonly padding: Padding | null;
}

/**
 * Fills a volume from the frames of a grid, object by object, so that only one frame is decoded at a time.
 * Throws what reading frames throws, and GW_UNIT_UNKNOWN from the mapping.
 */
export async function volumeFromGrid<U extends VoxelUnit>(
  grid: Grid,
  unit: U,
  valuesOf: (object: ParsedObject, frame: number) => FrameValues,
): Promise<Volume<U>> {
  const [columns, rows, count] = grid.geometry.size;
  const data = new Float32Array(columns * rows * count);
  const sliceOf = new Map<ParsedObject, Map<number, number>>();
  grid.slices.forEach((planes, slice) => {
    for (const { object, frame } of planes) {
      const frames = sliceOf.get(object) ?? new Map<number, number>();
      sliceOf.set(object, frames.set(frame, slice));
    }
  });
  for (const [object, slices] of sliceOf) {
    let frame = 0;
    for await (const stored of readFrames(object)) {
      const slice = slices.get(frame);
      if (slice !== undefined) {
        const { mapping, factor, padding } = valuesOf(object, frame);
        addMapped(data, slice * columns * rows, stored, mapping, factor, padding, object.file.name);
      }
      frame++;
    }
  }
  return { geometry: grid.geometry, unit, data };
}
