/**
 * Takes `count` bits from packed pixels, beginning at bit `start`, as bytes whose first bit is the first pixel.
 *
 * Pixels of one bit are packed without a gap between frames, the first in the least significant bit (PS3.5 section 8.1.1 and D.3), so a
 * frame begins within a byte when rows times columns is no multiple of eight.
 */
export function takeBits(packed: Uint8Array, start: number, count: number): Uint8Array {
  const shift = start % 8;
  const first = (start - shift) / 8;
  const taken = new Uint8Array(Math.ceil(count / 8));
  for (let byte = 0; byte < taken.length; byte++) {
    const low = packed[first + byte] ?? 0;
    const high = packed[first + byte + 1] ?? 0;
    taken[byte] = ((low | (high << 8)) >> shift) & 0xff;
  }
  const spare = taken.length * 8 - count;
  // Bits beyond the frame belong to the next one.
  if (spare > 0) taken[taken.length - 1] = (taken.at(-1) ?? 0) & (0xff >> spare);
  return taken;
}
