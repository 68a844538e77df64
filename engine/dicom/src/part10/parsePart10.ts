import { GraywiseError } from '@graywise/physics';
import dcmjs from 'dcmjs';
import type { DicomDict } from 'dcmjs';
import type { Part10 } from '../write/part10.js';
import { Dataset } from './Dataset.js';
import { inheritCharacterSet } from './inheritCharacterSet.js';
import { readElementHead } from './elementReader.js';
import { locatePixels, type PixelLocation } from './locatePixels.js';
import { transferSyntax, type TransferSyntax } from './transferSyntax.js';

/** A parsed DICOM file: its header as a dataset, and where its pixels are. `bytes` is the file itself, or the inflated dataset when it was deflated. */
export interface ParsedObject {
  readonly file: Part10;
  readonly dataset: Dataset;
  readonly syntax: TransferSyntax;
  readonly bytes: Uint8Array;
  readonly pixels: PixelLocation | null;
}

const PREAMBLE = 128;
const EXPLICIT_LITTLE = { explicit: true, littleEndian: true };
const TRANSFER_SYNTAX_UID = 0x00020010;

const parsed = new WeakMap<Part10, ParsedObject>();

/** True when the bytes start like a DICOM file (PS3.10 7.1). */
export function isPart10(bytes: Uint8Array): boolean {
  return bytes.byteLength > PREAMBLE + 4 && String.fromCharCode(...bytes.subarray(PREAMBLE, PREAMBLE + 4)) === 'DICM';
}

/**
 * Parses the header of a DICOM file once; later calls with the same object get the same result. Pixel data is neither read nor copied.
 * Throws GW_NOT_DICOM when the header cannot be read.
 */
export function parsePart10(file: Part10): ParsedObject {
  const known = parsed.get(file);
  if (known) return known;
  const object = parse(file);
  parsed.set(file, object);
  return object;
}

function parse(file: Part10): ParsedObject {
  try {
    if (!isPart10(file.bytes)) throw new RangeError('the preamble of a DICOM file is missing');
    const { syntax, end } = readMeta(file.bytes);
    if (syntax.deflated) return parseDeflated(file, syntax, end);
    const pixels = locatePixels(file.bytes, end, syntax);
    const dataset = new Dataset(readWithDcmjs(syntax, file.bytes.subarray(end, pixels?.elementOffset)).dict);
    return { file, dataset, syntax, bytes: file.bytes, pixels };
  } catch (error) {
    throw new GraywiseError('GW_NOT_DICOM', { where: file.name, found: error instanceof Error ? error.message : String(error) });
  }
}

function readMeta(bytes: Uint8Array): { syntax: TransferSyntax; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let uid = '';
  let offset = PREAMBLE + 4;
  while (offset < bytes.byteLength && view.getUint16(offset, true) === 2) {
    const element = readElementHead(view, offset, EXPLICIT_LITTLE);
    const end = element.valueOffset + (element.length ?? 0);
    if (element.tag === TRANSFER_SYNTAX_UID) uid = String.fromCharCode(...bytes.subarray(element.valueOffset, end)).replace(/[\0 ]+$/, '');
    offset = end;
  }
  if (uid === '') throw new RangeError('the transfer syntax is missing');
  return { syntax: transferSyntax(uid), end: offset };
}

/** dcmjs inflates the whole dataset itself; its pixel value is then the only copy. */
function parseDeflated(file: Part10, syntax: TransferSyntax, end: number): ParsedObject {
  const dataset = new Dataset(readWithDcmjs(syntax, file.bytes.subarray(end)).dict);
  for (const keyword of ['PixelData', 'FloatPixelData', 'DoubleFloatPixelData'] as const) {
    const bytes = dataset.bytes(keyword);
    if (bytes) return { file, dataset, syntax, bytes, pixels: { keyword, elementOffset: 0, valueOffset: 0, length: bytes.byteLength } };
  }
  return { file, dataset, syntax, bytes: file.bytes, pixels: null };
}

function readWithDcmjs(syntax: TransferSyntax, dataset: Uint8Array): DicomDict {
  // dcmjs tells of every unusual value on the console; what matters here is refused by name later.
  dcmjs.log.setLevel('silent', false);
  dcmjs.log.getLogger('validation.dcmjs').setLevel('silent', false);
  inheritCharacterSet();
  const bytes = withMeta(syntax, dataset);
  try {
    return dcmjs.data.DicomMessage.readFile(bytes, {});
  } catch (error) {
    // Code extensions (ISO 2022) are beyond dcmjs: identifiers then lose their ideographs, nothing else.
    if (error instanceof Error && /character set/i.test(error.message))
      return dcmjs.data.DicomMessage.readFile(bytes, { ignoreErrors: true });
    throw error;
  }
}

/** A file of its own for dcmjs, which insists on a group length that not every writer gives: preamble, group length, transfer syntax, dataset. */
function withMeta(syntax: TransferSyntax, dataset: Uint8Array): ArrayBuffer {
  const uid = syntax.uid.padEnd(syntax.uid.length + (syntax.uid.length % 2), '\0');
  const start = PREAMBLE + 4 + 12 + 8 + uid.length;
  const bytes = new Uint8Array(start + dataset.byteLength);
  const view = new DataView(bytes.buffer);
  const write = (offset: number, text: string): void => {
    bytes.set(new TextEncoder().encode(text), offset);
  };
  const element = (offset: number, number: number, representation: string, length: number): void => {
    view.setUint16(offset, 2, true);
    view.setUint16(offset + 2, number, true);
    write(offset + 4, representation);
    view.setUint16(offset + 6, length, true);
  };
  write(PREAMBLE, 'DICM');
  element(PREAMBLE + 4, 0, 'UL', 4);
  view.setUint32(PREAMBLE + 12, 8 + uid.length, true);
  element(PREAMBLE + 16, 0x10, 'UI', uid.length);
  write(PREAMBLE + 24, uid);
  bytes.set(dataset, start);
  return bytes.buffer;
}
