import { LN2_HIGH, LN2_LOW } from './ln2.js';
import { polynomial } from './polynomial.js';
import { powerOfTwo } from './powerOfTwo.js';

/** 2 / (2n + 1) for n from 1: the series of 2 artanh(s) / s after its first term, in s^2; |s| is at most 0.172. */
const ARTANH = Array.from({ length: 11 }, (_unused, n) => 2 / (2 * n + 3));

const bits = new DataView(new ArrayBuffer(8));

/**
 * The natural logarithm, the same bits on every machine (see `exp`). Within 2 units in the last place.
 *
 * x = 2^k m with m between the root of 1/2 and the root of 2; ln m = 2 artanh(s), s = (m - 1) / (m + 1).
 */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return Infinity;
  const scaled = x < 2.3e-308 ? x * powerOfTwo(54) : x;
  bits.setFloat64(0, scaled);
  let k = ((bits.getUint32(0) >>> 20) & 0x7ff) - 1023;
  let m = scaled * powerOfTwo(-Math.trunc(k / 2)) * powerOfTwo(-(k - Math.trunc(k / 2)));
  if (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  if (scaled !== x) k -= 54;
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  // ln(1 + f) = f - s (f - z P(z)): the leading term f is exact.
  return k * LN2_HIGH + (f - (s * (f - z * polynomial(z, ARTANH)) - k * LN2_LOW));
}
