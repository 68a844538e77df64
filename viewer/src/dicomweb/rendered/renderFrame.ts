import { encode } from 'jpeg-js';
import type { Dataset, DicomFile } from '../../archive/readDataset.js';
import { httpError } from '../httpError.js';
import { pixelLayout, type PixelLayout } from '../wado/pixelLayout.js';
import { readFrame } from '../wado/readFrame.js';
import { isNative } from '../wado/transferSyntaxes.js';
import { chooseWindow } from './chooseWindow.js';
import { readStoredPixels } from './readStoredPixels.js';

/** How a picture is wanted. */
export interface RenderOptions {
  /** `centre,width,function` as of PS3.18 section 8.3.5.1.4. */
  readonly window: string | undefined;
  /** The picture fits into this many pixels; it is never made larger than the frame. */
  readonly largest: { readonly width: number; readonly height: number };
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
}

// Baseline JPEG of eight bits: every viewer shows it as it is stored.
const JPEG_BASELINE = '1.2.840.10008.1.2.4.50';
const BIG_ENDIAN = '1.2.840.10008.1.2.2';

/** A frame as JPEG. Answers 406 for pixels that the archive cannot draw: other compressions, palettes, floating point. */
export function renderFrame(file: DicomFile, number: number, options: RenderOptions): Buffer {
  const layout = pixelLayout(file.dataset);
  const frame = readFrame(file, number);
  if (file.transferSyntaxUid === JPEG_BASELINE) return Buffer.from(frame);
  const drawable =
    isNative(file.transferSyntaxUid) && file.transferSyntaxUid !== BIG_ENDIAN && [1, 8, 16, 32].includes(layout.bitsAllocated);
  const isGrey = layout.photometricInterpretation.startsWith('MONOCHROME');
  const isColour = layout.photometricInterpretation === 'RGB' && layout.bitsAllocated === 8;
  const isInteger = file.dataset['7FE00010'] !== undefined;
  if (!drawable || !isInteger || !(isGrey || isColour)) throw httpError(406, 'The archive cannot draw pixels of this kind.');
  const stored = readStoredPixels(frame, layout);
  const bytes = isGrey ? greyBytes(stored, file.dataset, layout, options.window) : stored;
  return draw(bytes, layout, options);
}

/** Grey levels 0 to 255 after the rescale and the window; MONOCHROME1 shows low values bright. */
function greyBytes(stored: Float64Array, dataset: Dataset, layout: PixelLayout, window: string | undefined): Float64Array {
  const slope = Number(dataset['00281053']?.Value[0] ?? 1);
  const intercept = Number(dataset['00281052']?.Value[0] ?? 0);
  const values = stored.map(value => value * slope + intercept);
  const { black, white } = chooseWindow(window, dataset, values);
  const inverted = layout.photometricInterpretation === 'MONOCHROME1';
  return values.map(value => {
    const level = 255 * Math.min(1, Math.max(0, (value - black) / (white - black || 1)));
    return inverted ? 255 - level : level;
  });
}

function draw(samples: Float64Array, layout: PixelLayout, { largest, quality }: RenderOptions): Buffer {
  const scale = Math.max(1, layout.columns / largest.width, layout.rows / largest.height);
  const width = Math.max(1, Math.round(layout.columns / scale));
  const height = Math.max(1, Math.round(layout.rows / scale));
  const data = Buffer.alloc(width * height * 4, 255);
  const plane = layout.rows * layout.columns;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel =
        Math.min(layout.rows - 1, Math.floor((y + 0.5) * scale)) * layout.columns +
        Math.min(layout.columns - 1, Math.floor((x + 0.5) * scale));
      for (let channel = 0; channel < 3; channel++) {
        data[(y * width + x) * 4 + channel] = Math.round(samples[sampleIndex(pixel, channel, layout, plane)] ?? 0);
      }
    }
  }
  return encode({ data, width, height }, quality).data;
}

function sampleIndex(pixel: number, channel: number, layout: PixelLayout, plane: number): number {
  if (layout.samplesPerPixel === 1) return pixel;
  return layout.isPlanar ? channel * plane + pixel : pixel * layout.samplesPerPixel + channel;
}
