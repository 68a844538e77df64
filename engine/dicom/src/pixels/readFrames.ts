import { GraywiseError } from '@graywise/physics';
import type { ParsedObject } from '../part10/parsePart10.js';
import { decodeFrame } from './decodeFrame.js';
import { encapsulatedFrames } from './encapsulatedFrames.js';
import { pixelFormat, type PixelFormat } from './pixelFormat.js';
import { unpackBits } from './unpackBits.js';

/** Stored values of one frame after decoding, before any rescale: exact integers up to 32 bits, or floats. */
export type StoredFrame = Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/**
 * Gives the stored values of every frame, one frame at a time (so that only one is ever decoded), in the order of the object.
 *
 * Throws GW_PIXELS_TRUNCATED with the sizes, GW_TRANSFER_SYNTAX, GW_MISSING_TAG.
 */
export async function* readFrames(object: ParsedObject): AsyncGenerator<StoredFrame> {
  const format = pixelFormat(object);
  if (object.syntax.encapsulated && object.pixels?.length === null) {
    const frames = encapsulatedFrames(object, format.frames);
    for (const frame of frames) {
      const decoded = await decodeFrame(frame, format, object.syntax.uid, object.file.name);
      yield format.bitsAllocated === 1
        ? unpackBits(decoded.bytes, 0, format.rows * format.columns)
        : storedValues(decoded.bytes, decoded.bytesPerSample, format);
    }
    return;
  }
  const bytes = nativeBytes(object, format);
  const samples = format.rows * format.columns;
  for (let frame = 0; frame < format.frames; frame++) {
    // Frames of single bits follow each other without padding (PS3.5 8.1.1).
    if (format.bitsAllocated === 1) yield unpackBits(bytes, frame * samples, samples);
    else {
      const size = samples * (format.bitsAllocated / 8);
      yield storedValues(bytes.subarray(frame * size, (frame + 1) * size), format.bitsAllocated / 8, format);
    }
  }
}

function nativeBytes(object: ParsedObject, format: PixelFormat): Uint8Array {
  const expected = Math.ceil((format.rows * format.columns * format.frames * format.bitsAllocated) / 8);
  const start = object.pixels?.valueOffset ?? 0;
  const available = Math.min(object.pixels?.length ?? 0, object.bytes.byteLength - start);
  if (available < expected) throw new GraywiseError('GW_PIXELS_TRUNCATED', { where: object.file.name, expected, found: available });
  return object.bytes.subarray(start, start + expected);
}

function storedValues(bytes: Uint8Array, bytesPerSample: number, format: PixelFormat): StoredFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = format.rows * format.columns;
  const little = format.littleEndian;
  if (format.kind === 'float32') return Float32Array.from({ length: samples }, (_, index) => view.getFloat32(index * 4, little));
  if (format.kind === 'float64') return Float64Array.from({ length: samples }, (_, index) => view.getFloat64(index * 8, little));
  // Bits above the high bit may hold an overlay; the sign bit is the highest stored bit (PS3.5 8.1.1).
  const bits = Math.min(format.bitsStored, bytesPerSample * 8);
  const drop = 32 - bits;
  const shift = Math.max(0, Math.min(format.highBit, bytesPerSample * 8 - 1) + 1 - bits);
  const values = format.signed ? new Int32Array(samples) : new Uint32Array(samples);
  for (let index = 0; index < samples; index++) {
    const raw =
      bytesPerSample === 1
        ? (bytes[index] ?? 0)
        : bytesPerSample === 2
          ? view.getUint16(index * 2, little)
          : view.getUint32(index * 4, little);
    const aligned = (raw >>> shift) << drop;
    values[index] = format.signed ? aligned >> drop : aligned >>> drop;
  }
  return values;
}
