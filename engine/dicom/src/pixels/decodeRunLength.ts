/**
 * Decodes one frame of RLE Lossless (PS3.5 G): one PackBits segment per byte of a sample, most significant byte first.
 *
 * Result: little-endian samples of `bytesPerSample` bytes. Throws RangeError when the segments do not fill the frame.
 */
export function decodeRunLength(frame: Uint8Array, samples: number, bytesPerSample: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const segments = view.getUint32(0, true);
  if (segments !== bytesPerSample)
    throw new RangeError(`${segments.toString()} RLE segments for ${bytesPerSample.toString()} bytes per sample`);
  const decoded = new Uint8Array(samples * bytesPerSample);
  for (let segment = 0; segment < segments; segment++) {
    const start = view.getUint32(4 + segment * 4, true);
    const end = segment + 1 < segments ? view.getUint32(8 + segment * 4, true) : frame.byteLength;
    unpackSegment(frame.subarray(start, end), decoded, bytesPerSample - 1 - segment, bytesPerSample, samples);
  }
  return decoded;
}

function unpackSegment(packed: Uint8Array, target: Uint8Array, first: number, stride: number, samples: number): void {
  let written = 0;
  let read = 0;
  while (written < samples && read < packed.byteLength) {
    const control = packed[read++] ?? 0;
    if (control === 128) continue;
    const repeats = control > 128;
    const count = repeats ? 257 - control : control + 1;
    for (let index = 0; index < count && written < samples; index++, written++) {
      target[first + written * stride] = packed[repeats ? read : read + index] ?? 0;
    }
    read += repeats ? 1 : count;
  }
  if (written < samples) throw new RangeError(`an RLE segment holds ${written.toString()} of ${samples.toString()} samples`);
}
