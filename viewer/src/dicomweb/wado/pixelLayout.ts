import type { Dataset } from '../../archive/readDataset.js';
import { textOf } from '../../archive/textOf.js';

/** How the pixels of an instance are laid out in its pixel data (PS3.3 section C.7.6.3). */
export interface PixelLayout {
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: number;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly isSigned: boolean;
  readonly isPlanar: boolean;
  readonly photometricInterpretation: string;
  readonly frames: number;
}

/** Reads the layout from a dataset; what is absent is zero or empty, so that no pixel is found where none is described. */
export function pixelLayout(dataset: Dataset): PixelLayout {
  const number = (tag: string, absent: number): number => Number(dataset[tag]?.Value[0] ?? absent);
  return {
    rows: number('00280010', 0),
    columns: number('00280011', 0),
    samplesPerPixel: number('00280002', 1),
    bitsAllocated: number('00280100', 0),
    bitsStored: number('00280101', number('00280100', 0)),
    isSigned: number('00280103', 0) === 1,
    isPlanar: number('00280006', 0) === 1,
    photometricInterpretation: textOf(dataset, '00280004'),
    frames: number('00280008', 1),
  };
}
