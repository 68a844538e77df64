const bits = new DataView(new ArrayBuffer(8));

/** 2^k exactly, for whole k from -1022 to 1023. */
export function powerOfTwo(k: number): number {
  bits.setUint32(0, (k + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}
