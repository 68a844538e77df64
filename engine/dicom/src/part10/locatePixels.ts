import { readElementHead, type ElementHead } from './elementReader.js';
import type { TransferSyntax } from './transferSyntax.js';

/** Which of the three kinds of pixel data an object carries, and where. `length` null: encapsulated, undefined length. */
export interface PixelLocation {
  readonly keyword: 'PixelData' | 'FloatPixelData' | 'DoubleFloatPixelData';
  readonly elementOffset: number;
  readonly valueOffset: number;
  readonly length: number | null;
}

const PIXEL_TAGS: Readonly<Record<number, PixelLocation['keyword']>> = {
  0x7fe00008: 'FloatPixelData',
  0x7fe00009: 'DoubleFloatPixelData',
  0x7fe00010: 'PixelData',
};
const ITEM_END = 0xfffee00d;
const SEQUENCE_END = 0xfffee0dd;
const SEQUENCE_ITEM = 0xfffee000;

/**
 * Finds the pixel data of a dataset that starts at `start`, without reading any value: the header before it can then be parsed alone and the
 * pixels stay where they are. Null when the dataset has none. Throws RangeError when the bytes end within the header.
 */
export function locatePixels(bytes: Uint8Array, start: number, syntax: TransferSyntax): PixelLocation | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = start;
  while (offset < bytes.byteLength) {
    const element = readElementHead(view, offset, syntax);
    const keyword = PIXEL_TAGS[element.tag];
    if (keyword) return { keyword, elementOffset: offset, valueOffset: element.valueOffset, length: element.length };
    offset = endOfElement(view, element, syntax);
    if (offset > bytes.byteLength) throw new RangeError(`value of element ${element.tag.toString(16).padStart(8, '0')} is cut short`);
  }
  return null;
}

function endOfElement(view: DataView, element: ElementHead, syntax: TransferSyntax): number {
  return element.length === null ? endOfSequence(view, element.valueOffset, syntax) : element.valueOffset + element.length;
}

function endOfSequence(view: DataView, start: number, syntax: TransferSyntax): number {
  let offset = start;
  for (;;) {
    const item = readElementHead(view, offset, syntax);
    if (item.tag === SEQUENCE_END) return item.valueOffset;
    if (item.tag !== SEQUENCE_ITEM) throw new RangeError('a sequence holds something other than items');
    offset = item.length === null ? endOfItem(view, item.valueOffset, syntax) : item.valueOffset + item.length;
  }
}

function endOfItem(view: DataView, start: number, syntax: TransferSyntax): number {
  // An unknown (UN) sequence of undefined length is encoded implicitly inside an explicit dataset (PS3.5 6.2.2): tell by the third value byte.
  const inner = syntax.explicit && !looksExplicit(view, start) ? { ...syntax, explicit: false } : syntax;
  let offset = start;
  for (;;) {
    const element = readElementHead(view, offset, inner);
    if (element.tag === ITEM_END) return element.valueOffset;
    offset = endOfElement(view, element, inner);
  }
}

function looksExplicit(view: DataView, offset: number): boolean {
  const isUpperCase = (code: number): boolean => code >= 0x41 && code <= 0x5a;
  const delimiter = view.getUint16(offset, true) === 0xfffe || view.getUint16(offset, false) === 0xfffe;
  return delimiter || (isUpperCase(view.getUint8(offset + 4)) && isUpperCase(view.getUint8(offset + 5)));
}
