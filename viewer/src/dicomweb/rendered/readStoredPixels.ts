import type { PixelLayout } from '../wado/pixelLayout.js';

/** Stored values of a native frame, sign and unused high bits settled. One number per sample. */
export function readStoredPixels(frame: Uint8Array, layout: PixelLayout): Float64Array {
  const samples = layout.rows * layout.columns * layout.samplesPerPixel;
  const stored = new Float64Array(samples);
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const read = reader(view, layout);
  for (let sample = 0; sample < samples; sample++) stored[sample] = read(sample);
  return stored;
}

function reader(view: DataView, layout: PixelLayout): (sample: number) => number {
  const { bitsAllocated, bitsStored, isSigned } = layout;
  if (bitsAllocated === 1) return sample => (view.getUint8(sample >> 3) >> (sample & 7)) & 1;
  const raw = (sample: number): number => {
    if (bitsAllocated === 8) return view.getUint8(sample);
    return bitsAllocated === 16 ? view.getUint16(sample * 2, true) : view.getUint32(sample * 4, true);
  };
  // Shifting up and down again drops what lies above the stored bits, and carries the sign when there is one.
  const unused = 32 - bitsStored;
  return isSigned ? sample => (raw(sample) << unused) >> unused : sample => (raw(sample) << unused) >>> unused;
}
