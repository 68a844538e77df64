import { GraywiseError } from '@graywise/physics';
import { checkedText } from './checkedText.js';
import { decimalString } from './decimalString.js';
import type { NaturalValue } from '../naturalDataset.js';

type Scalar = string | number;
type NumberWriter = readonly [
  bytes: number,
  least: number,
  greatest: number,
  write: (view: DataView, offset: number, value: number) => void,
];

const FLOAT_MAXIMUM = 3.4028234663852886e38;
const NUMBERS: Readonly<Record<string, NumberWriter>> = {
  AT: [4, 0, 0xffffffff, (view, offset, tag) => (view.setUint16(offset, tag >>> 16, true), view.setUint16(offset + 2, tag & 0xffff, true))],
  FD: [8, -Number.MAX_VALUE, Number.MAX_VALUE, (view, offset, value) => view.setFloat64(offset, value, true)],
  FL: [4, -FLOAT_MAXIMUM, FLOAT_MAXIMUM, (view, offset, value) => view.setFloat32(offset, value, true)],
  SL: [4, -0x80000000, 0x7fffffff, (view, offset, value) => view.setInt32(offset, value, true)],
  SS: [2, -0x8000, 0x7fff, (view, offset, value) => view.setInt16(offset, value, true)],
  UL: [4, 0, 0xffffffff, (view, offset, value) => view.setUint32(offset, value, true)],
  US: [2, 0, 0xffff, (view, offset, value) => view.setUint16(offset, value, true)],
};
const BYTES_PER_WORD: Readonly<Record<string, number>> = { OB: 1, OW: 2, OF: 4, OL: 4, OD: 8 };

/**
 * The bytes of one attribute that is not a sequence, padded to even length, little endian.
 *
 * Throws GW_NOT_FINITE for NaN and infinities, GW_DICOM_VALUE for what the value representation cannot hold.
 */
export function encodeValue(value: NaturalValue, valueRepresentation: string, keyword: string): Uint8Array {
  if (value === null || value === undefined) return new Uint8Array(0);
  if (valueRepresentation in BYTES_PER_WORD) return encodeBulk(value, valueRepresentation, keyword);
  const scalars = scalarsOf(value, keyword);
  const writer = NUMBERS[valueRepresentation];
  if (writer) return encodeNumbers(scalars, writer, keyword);
  const text = scalars.map(scalar => checkedText(asText(scalar, valueRepresentation, keyword), valueRepresentation, keyword)).join('\\');
  const bytes = new TextEncoder().encode(text);
  return padded(bytes, valueRepresentation === 'UI' ? 0x00 : 0x20);
}

function scalarsOf(value: NaturalValue, keyword: string): readonly Scalar[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value) && value.every(item => typeof item === 'string' || typeof item === 'number')) return value as readonly Scalar[];
  throw new Error(`${keyword} holds a dataset but is no sequence`);
}

function encodeNumbers(scalars: readonly Scalar[], [bytes, least, greatest, write]: NumberWriter, keyword: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(bytes * scalars.length));
  scalars.forEach((scalar, i) => {
    const number = typeof scalar === 'number' ? scalar : NaN;
    if (!Number.isFinite(number)) throw new GraywiseError('GW_NOT_FINITE', { unit: keyword, found: scalar });
    const whole = Number.isInteger(number) || greatest > 0xffffffff;
    if (!whole || number < least || number > greatest) {
      throw new GraywiseError('GW_DICOM_VALUE', { tag: keyword, expected: `a whole number from ${least} to ${greatest}`, found: number });
    }
    write(view, i * bytes, number);
  });
  return new Uint8Array(view.buffer);
}

function asText(scalar: Scalar, valueRepresentation: string, keyword: string): string {
  if (typeof scalar === 'string') return scalar;
  if (valueRepresentation === 'DS') return decimalString(scalar, keyword);
  if (!Number.isFinite(scalar)) throw new GraywiseError('GW_NOT_FINITE', { unit: keyword, found: scalar });
  if (valueRepresentation !== 'IS' || !Number.isInteger(scalar) || Math.abs(scalar) > 0x7fffffff) {
    throw new GraywiseError('GW_DICOM_VALUE', { tag: keyword, expected: `a value of the form ${valueRepresentation}`, found: scalar });
  }
  return String(scalar);
}

/** Typed arrays go out as they lie in memory, which is little endian wherever WebAssembly runs. */
function encodeBulk(value: NaturalValue, valueRepresentation: string, keyword: string): Uint8Array {
  if (!ArrayBuffer.isView(value)) throw new Error(`${keyword} expects a typed array`);
  if (value instanceof Float32Array && !value.every(Number.isFinite))
    throw new GraywiseError('GW_NOT_FINITE', { unit: keyword, found: NaN });
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (bytes.length % BYTES_PER_WORD[valueRepresentation]! !== 0) throw new Error(`${keyword} is cut inside a word`);
  return padded(bytes, 0x00);
}

function padded(bytes: Uint8Array, fill: number): Uint8Array {
  if (bytes.length % 2 === 0) return bytes;
  const even = new Uint8Array(bytes.length + 1);
  even.set(bytes);
  even[bytes.length] = fill;
  return even;
}
