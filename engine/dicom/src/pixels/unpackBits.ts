/** `count` single bits from bit `first` on, the least significant bit of a byte first (PS3.5 8.1.1), as bytes of 0 or 1. */
export function unpackBits(bytes: Uint8Array, first: number, count: number): Uint8Array {
  const unpacked = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const bit = first + index;
    unpacked[index] = ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1;
  }
  return unpacked;
}
