import { GraywiseError } from '@graywise/physics';
import type { NaturalValue } from '../naturalDataset.js';
import { checkedText } from './checkedText.js';
import { encodeNumbers, isNumberRepresentation } from './encodeNumbers.js';
import { decimalString } from './decimalString.js';

type Scalar = string | number;

const BYTES_PER_WORD: Readonly<Record<string, number | undefined>> = { OB: 1, OW: 2, OF: 4, OL: 4, OD: 8 };

/**
 * The bytes of one attribute that is not a sequence, padded to even length, little endian.
 *
 * Throws GW_NOT_FINITE for NaN and infinities, GW_DICOM_VALUE for what the value representation cannot hold.
 */
export function encodeValue(value: NaturalValue, valueRepresentation: string, keyword: string): Uint8Array {
  if (value === null || value === undefined) return new Uint8Array(0);
  const wordBytes = BYTES_PER_WORD[valueRepresentation];
  if (wordBytes !== undefined) return encodeBulk(value, wordBytes, keyword);
  const scalars = scalarsOf(value, keyword);
  if (isNumberRepresentation(valueRepresentation)) return encodeNumbers(scalars, valueRepresentation, keyword);
  const text = scalars.map(scalar => checkedText(asText(scalar, valueRepresentation, keyword), valueRepresentation, keyword)).join('\\');
  return padded(new TextEncoder().encode(text), valueRepresentation === 'UI' ? 0x00 : 0x20);
}

function scalarsOf(value: NaturalValue, keyword: string): readonly Scalar[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  if (ArrayBuffer.isView(value)) return Array.from(value);
  if (Array.isArray(value) && value.every((item): item is Scalar => typeof item === 'string' || typeof item === 'number')) return value;
  throw new Error(`${keyword} holds a dataset but is no sequence`);
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
function encodeBulk(value: NaturalValue, wordBytes: number, keyword: string): Uint8Array {
  if (!ArrayBuffer.isView(value)) throw new Error(`${keyword} expects a typed array`);
  if (value instanceof Float32Array && !value.every(Number.isFinite))
    throw new GraywiseError('GW_NOT_FINITE', { unit: keyword, found: NaN });
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (bytes.length % wordBytes !== 0) throw new Error(`${keyword} is cut inside a word`);
  return padded(bytes, 0x00);
}

function padded(bytes: Uint8Array, fill: number): Uint8Array {
  if (bytes.length % 2 === 0) return bytes;
  const even = new Uint8Array(bytes.length + 1).fill(fill);
  even.set(bytes);
  return even;
}
