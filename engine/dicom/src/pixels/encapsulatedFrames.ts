import { GraywiseError } from '@graywise/physics';
import { readElementHead } from '../part10/elementReader.js';
import type { ParsedObject } from '../part10/parsePart10.js';

const ITEM = 0xfffee000;
const LITTLE = { explicit: true, littleEndian: true };

interface Fragment {
  /** Offset of the item tag from the first byte after the basic offset table. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * The compressed bytes of every frame of encapsulated pixel data (PS3.5 A.4): by the extended offset table, the basic offset table, or one
 * fragment per frame. Throws GW_PIXELS_TRUNCATED when the fragments end early or cannot be told apart into frames.
 */
export function encapsulatedFrames(object: ParsedObject, frames: number): Uint8Array[] {
  const { table, fragments } = readFragments(object);
  const starts = extendedOffsets(object) ?? (table.length > 0 ? table : null);
  if (frames === 1) return [join(fragments)];
  if (starts?.length === frames) {
    return starts.map((start, frame) =>
      join(fragments.filter(fragment => fragment.offset >= start && fragment.offset < (starts[frame + 1] ?? Infinity))),
    );
  }
  if (fragments.length === frames) return fragments.map(fragment => fragment.bytes);
  throw new GraywiseError('GW_PIXELS_TRUNCATED', {
    where: object.file.name,
    expected: `the fragments of ${frames.toString()} frames, that is the`,
    found: `${fragments.length.toString()} fragments`,
  });
}

function readFragments(object: ParsedObject): { table: number[]; fragments: Fragment[] } {
  const { bytes, pixels, file } = object;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const truncated = (expected: number): GraywiseError =>
    new GraywiseError('GW_PIXELS_TRUNCATED', { where: file.name, expected, found: bytes.byteLength - (pixels?.valueOffset ?? 0) });
  let offset = pixels?.valueOffset ?? 0;
  let table: number[] | null = null;
  let origin = 0;
  const fragments: Fragment[] = [];
  for (;;) {
    if (offset + 8 > bytes.byteLength) throw truncated(offset + 8 - (pixels?.valueOffset ?? 0));
    const item = readElementHead(view, offset, LITTLE);
    if (item.tag !== ITEM) return { table: table ?? [], fragments };
    const end = item.valueOffset + (item.length ?? 0);
    if (end > bytes.byteLength) throw truncated(end - (pixels?.valueOffset ?? 0));
    if (table === null) {
      table = Array.from({ length: (item.length ?? 0) / 4 }, (_, index) => view.getUint32(item.valueOffset + index * 4, true));
      origin = end;
    } else fragments.push({ offset: offset - origin, bytes: bytes.subarray(item.valueOffset, end) });
    offset = end;
  }
}

/** Extended Offset Table (7FE0,0001): 64-bit offsets, from the first byte after the (empty) basic offset table. */
function extendedOffsets(object: ParsedObject): number[] | null {
  const table = object.dataset.bytes('ExtendedOffsetTable');
  if (!table || table.byteLength === 0) return null;
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  return Array.from({ length: table.byteLength / 8 }, (_, index) => Number(view.getBigUint64(index * 8, true)));
}

function join(fragments: readonly Fragment[]): Uint8Array {
  const only = fragments[0];
  if (fragments.length === 1 && only) return only.bytes;
  const joined = new Uint8Array(fragments.reduce((sum, fragment) => sum + fragment.bytes.byteLength, 0));
  let offset = 0;
  for (const fragment of fragments) {
    joined.set(fragment.bytes, offset);
    offset += fragment.bytes.byteLength;
  }
  return joined;
}
