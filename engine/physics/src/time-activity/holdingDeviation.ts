import { normalCumulative } from '../quantities/normalCumulative.js';
import { normalQuantile } from '../quantities/normalQuantile.js';
import type { TruncatedLogNormal } from './truncatedLogNormal.js';

/** What else is uncertain of the same logarithm: normal, about an expectation that is not corrected. */
export interface Beside {
  readonly shift: number;
  readonly deviation: number;
}

const PROBABILITY = 0.95;
const COVERAGE = normalQuantile((1 + PROBABILITY) / 2);
const NOTHING: Beside = { shift: 0, deviation: 0 };

/**
 * What a function of the variable adds, in quadrature, to what is uncertain beside it, so that 1.96 of the sum holds 95 % of their joint distribution about zero
 * (JCGM 101:2008, 7.7), or the root mean square where that is larger, as it is for what is mostly a shift.
 *
 * Alone it is what holds 95 % of the function. Beside much else the joint distribution is nearly normal, and its variance is what counts.
 */
export function holdingDeviation(
  { expect, quantile }: TruncatedLogNormal,
  of: (value: number, logarithm: number) => number,
  { shift, deviation }: Beside = NOTHING,
): number {
  const off = (value: number, logarithm: number): number => of(value, logarithm) + shift;
  const squares = expect((value, logarithm) => off(value, logarithm) ** 2) + deviation ** 2;
  const held = (): number => {
    if (deviation === 0) return quantile((value, logarithm) => Math.abs(off(value, logarithm)), PROBABILITY);
    const within = (limit: number): number =>
      expect((value, logarithm) => {
        const x = off(value, logarithm);
        return normalCumulative((limit - x) / deviation) - normalCumulative((-limit - x) / deviation);
      });
    // Chebyshev: 20 root mean squares hold 99.75 % of anything.
    return bisected(within, 20 * Math.sqrt(squares));
  };
  const whole = Math.max((held() / COVERAGE) ** 2, squares);
  return Math.sqrt(Math.max(0, whole - shift ** 2 - deviation ** 2));
}

/** Where a probability that grows with its limit reaches 95 %. */
function bisected(within: (limit: number) => number, most: number): number {
  let [low, high] = [0, most];
  for (let middle = most / 2; high - low > 1e-10 * most; middle = (low + high) / 2) {
    if (within(middle) < PROBABILITY) low = middle;
    else high = middle;
  }
  return high;
}
