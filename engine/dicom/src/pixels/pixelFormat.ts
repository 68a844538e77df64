import { GraywiseError } from '@graywise/physics';
import type { ParsedObject } from '../part10/parsePart10.js';

/** How the pixels of an object are stored (PS3.3 C.7.6.3). Counts are per frame. */
export interface PixelFormat {
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  readonly kind: 'integer' | 'float32' | 'float64';
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly signed: boolean;
  readonly littleEndian: boolean;
}

/** Reads the pixel format. Throws GW_MISSING_TAG for an attribute that the pixels cannot be read without, GW_PIXELS_TRUNCATED when there are no pixels. */
export function pixelFormat(object: ParsedObject): PixelFormat {
  const { dataset, pixels, file } = object;
  const required = (keyword: string): number => {
    const value = dataset.number(keyword);
    if (value === null) throw new GraywiseError('GW_MISSING_TAG', { tag: keyword, where: file.name });
    return value;
  };
  const rows = required('Rows');
  const columns = required('Columns');
  const frames = dataset.number('NumberOfFrames') ?? 1;
  const bitsAllocated = required('BitsAllocated');
  if ((dataset.number('SamplesPerPixel') ?? 1) !== 1)
    throw new GraywiseError('GW_UNIT_UNKNOWN', { where: file.name, found: 'colour pixels' });
  if (!pixels)
    throw new GraywiseError('GW_PIXELS_TRUNCATED', {
      where: file.name,
      expected: Math.ceil((rows * columns * frames * bitsAllocated) / 8),
      found: 0,
    });
  const kind = pixels.keyword === 'FloatPixelData' ? 'float32' : pixels.keyword === 'DoubleFloatPixelData' ? 'float64' : 'integer';
  const bitsStored = dataset.number('BitsStored') ?? bitsAllocated;
  return {
    rows,
    columns,
    frames,
    kind,
    bitsAllocated: kind === 'float32' ? 32 : kind === 'float64' ? 64 : bitsAllocated,
    bitsStored,
    highBit: dataset.number('HighBit') ?? bitsStored - 1,
    signed: dataset.number('PixelRepresentation') === 1,
    littleEndian: object.syntax.littleEndian,
  };
}
