import type { TransferSyntax } from './transferSyntax.js';

/** The head of one data element: where its value starts and how long it says it is (null: undefined length). */
export interface ElementHead {
  readonly tag: number;
  readonly valueOffset: number;
  readonly length: number | null;
}

const LONG_FORM = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);
const UNDEFINED_LENGTH = 0xffffffff;

/** Reads the element head at `offset` (PS3.5 7.1). Throws RangeError at the end of the bytes. */
export function readElementHead(view: DataView, offset: number, syntax: Pick<TransferSyntax, 'explicit' | 'littleEndian'>): ElementHead {
  const little = syntax.littleEndian;
  const tag = view.getUint16(offset, little) * 0x10000 + view.getUint16(offset + 2, little);
  // Items and delimiters carry no value representation in any syntax.
  if (!syntax.explicit || tag >= 0xfffee000) return head(tag, offset + 8, view.getUint32(offset + 4, little));
  const valueRepresentation = String.fromCharCode(view.getUint8(offset + 4), view.getUint8(offset + 5));
  if (LONG_FORM.has(valueRepresentation)) return head(tag, offset + 12, view.getUint32(offset + 8, little));
  return head(tag, offset + 8, view.getUint16(offset + 6, little));
}

function head(tag: number, valueOffset: number, length: number): ElementHead {
  return { tag, valueOffset, length: length === UNDEFINED_LENGTH ? null : length };
}
