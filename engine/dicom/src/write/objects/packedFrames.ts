/** Binary frames as DICOM packs them (PS3.5 8.1.1): one bit per pixel, lowest bit first, one frame directly after the other. `true` where not zero. */
export function packedFrames(frames: readonly Uint8Array[]): Uint8Array {
  const bits = frames.reduce((length, frame) => length + frame.length, 0);
  const packed = new Uint8Array(Math.ceil(bits / 8));
  let bit = 0;
  for (const frame of frames) {
    for (const pixel of frame) {
      if (pixel !== 0) packed[bit >> 3] = (packed[bit >> 3] ?? 0) | (1 << (bit & 7));
      bit++;
    }
  }
  return packed;
}
