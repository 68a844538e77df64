import type { Dataset, DicomFile } from '../../archive/readDataset.js';
import { httpError } from '../httpError.js';
import { pixelLayout, type PixelLayout } from './pixelLayout.js';
import { takeBits } from './takeBits.js';
import { isNative } from './transferSyntaxes.js';

// Pixel Data, Float Pixel Data, Double Float Pixel Data: an image has one of them.
const PIXEL_TAGS = ['7FE00010', '7FE00008', '7FE00009'];

/** One frame of an instance as it is stored; `number` counts from 1. Answers 404 when there is none, 422 when its bytes are missing. */
export function readFrame(file: DicomFile, number: number): Uint8Array {
  const layout = pixelLayout(file.dataset);
  const pixelData = findPixelData(file.dataset);
  if (pixelData === undefined || number < 1 || number > layout.frames) throw httpError(404, 'The instance has no such frame.');
  return isNative(file.transferSyntaxUid) ? nativeFrame(pixelData, layout, number) : encapsulatedFrame(pixelData, layout, number);
}

function findPixelData(dataset: Dataset): readonly unknown[] | undefined {
  return PIXEL_TAGS.map(tag => dataset[tag]?.Value).find(value => value !== undefined);
}

function nativeFrame(pixelData: readonly unknown[], layout: PixelLayout, number: number): Uint8Array {
  const bytes = new Uint8Array(pixelData[0] as ArrayBuffer);
  const bits = layout.rows * layout.columns * layout.samplesPerPixel * layout.bitsAllocated;
  const start = (number - 1) * bits;
  if (start + bits > bytes.length * 8) throw httpError(422, 'The pixel data of the stored object is shorter than its attributes say.');
  if (bits % 8 !== 0) return takeBits(bytes, start, bits);
  return bytes.subarray(start / 8, (start + bits) / 8);
}

function encapsulatedFrame(pixelData: readonly unknown[], layout: PixelLayout, number: number): Uint8Array {
  const fragments = pixelData.map(fragment => new Uint8Array(fragment as ArrayBuffer));
  // All fragments of a single frame belong together, also when no offset table says so.
  if (layout.frames === 1) return Buffer.concat(fragments);
  const frame = fragments[number - 1];
  if (fragments.length !== layout.frames || frame === undefined) {
    throw httpError(422, 'The fragments of the stored object cannot be told apart into frames.');
  }
  return frame;
}
