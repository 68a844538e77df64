import { exp } from './exp.js';

/** Below this the series converges before its terms fall under the last bit, in 20 terms. */
const SERIES_BELOW = 0.5;

/** e^x - 1 without cancellation near zero, the same bits on every machine (see `exp`). */
export function expm1(x: number): number {
  if (!(Math.abs(x) < SERIES_BELOW)) return exp(x) - 1;
  let term = 1;
  const terms: number[] = [];
  for (let n = 1; n <= 20; n++) {
    term *= x / n;
    terms.push(term);
  }
  return terms.reduceRight((sum, next) => sum + next, 0);
}
