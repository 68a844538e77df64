import { LN2_HIGH, LN2_LOW } from './ln2.js';
import { polynomial } from './polynomial.js';
import { powerOfTwo } from './powerOfTwo.js';

/** 1 / n! for n from 2: beyond n = 13 a term is below 1e-17 of the sum, because |r| is at most ln(2) / 2. */
const INVERSE_FACTORIALS = inverseFactorials(14);

/**
 * e^x, the same bits on every machine: from additions, multiplications and divisions alone, which IEEE 754 fixes. `Math.exp` may differ in the last bit
 * between engines, and did between the Node and the browser that run this. Within 2 units in the last place.
 *
 * x = k ln 2 + r; e^x = 2^k (1 + r + r^2 (1/2! + r/3! + …)).
 */
export function exp(x: number): number {
  if (Number.isNaN(x) || x > 709.78 || x < -745.13) return Number.isNaN(x) ? NaN : x > 0 ? Infinity : 0;
  const k = Math.round(x / Math.LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const fraction = 1 + (r + r * r * polynomial(r, INVERSE_FACTORIALS));
  // In two factors, because 2^k itself leaves the range of normal numbers at the ends.
  const half = Math.trunc(k / 2);
  return fraction * powerOfTwo(half) * powerOfTwo(k - half);
}

function inverseFactorials(last: number): number[] {
  const inverse: number[] = [];
  let factorial = 1;
  for (let n = 2; n <= last; n++) {
    factorial *= n;
    inverse.push(1 / factorial);
  }
  return inverse;
}
