import { normalQuantile } from '../quantities/normalQuantile.js';
import { quickNormalCumulative } from './quickNormalCumulative.js';
import type { TruncatedLogNormal } from './truncatedLogNormal.js';

/** What else is uncertain of the same logarithm: normal, about an expectation that is not corrected. */
export interface Beside {
  readonly shift: number;
  readonly deviation: number;
}

const PROBABILITY = 0.95;
const COVERAGE = normalQuantile((1 + PROBABILITY) / 2);
const MOST_ROOT_MEAN_SQUARES = 4.5;
/** Of a probability, and of a limit in root mean squares. */
const TOLERANCE = 1e-8;
const NOTHING: Beside = { shift: 0, deviation: 0 };

/**
 * What a function of the variable adds, in quadrature, to what is uncertain beside it, so that 1.96 of the sum holds 95 % of their joint distribution about zero
 * (JCGM 101:2008, 7.7), or the root mean square where that is larger, as it is for what is mostly a shift.
 *
 * Alone it is what holds 95 % of the function. Beside much else the joint distribution is nearly normal, and its variance is what counts.
 */
export function holdingDeviation(
  { results, quantile }: TruncatedLogNormal,
  of: (value: number, logarithm: number) => number,
  { shift, deviation }: Beside = NOTHING,
): number {
  const off = (value: number, logarithm: number): number => of(value, logarithm) + shift;
  const { values, probabilities } = results(off);
  const squares = values.reduce((sum, x, index) => sum + (probabilities[index] ?? 0) * x * x, 0) + deviation ** 2;
  const held =
    deviation === 0
      ? quantile((value, logarithm) => Math.abs(off(value, logarithm)), PROBABILITY)
      : heldBeside(values, probabilities, deviation, Math.sqrt(squares));
  return Math.sqrt(Math.max(0, Math.max((held / COVERAGE) ** 2, squares) - shift ** 2 - deviation ** 2));
}

/** The limit within which, either way, 95 % of a variable with a normal deviate beside it lie: by false position (Dowell and Jarratt 1971, BIT 11, 168). */
function heldBeside(values: Float64Array, probabilities: Float64Array, deviation: number, rootMeanSquare: number): number {
  const missing = (limit: number): number =>
    values.reduce(
      (sum, x, index) =>
        sum +
        (probabilities[index] ?? 0) * (quickNormalCumulative((limit - x) / deviation) - quickNormalCumulative((-limit - x) / deviation)),
      -PROBABILITY,
    );
  // Chebyshev: 4.5 root mean squares hold 95 % of anything.
  let [low, high] = [0, MOST_ROOT_MEAN_SQUARES * rootMeanSquare];
  let [below, above] = [-PROBABILITY, missing(high)];
  let moved: 'low' | 'high' | null = null;
  while (high - low > TOLERANCE * rootMeanSquare) {
    const limit = (low * above - high * below) / (above - below);
    const excess = missing(limit);
    if (Math.abs(excess) < TOLERANCE) return limit;
    // An end that stays for the second time counts half, so that it moves next time.
    if (excess < 0) [low, below, above, moved] = [limit, excess, moved === 'low' ? above / 2 : above, 'low'];
    else [high, above, below, moved] = [limit, excess, moved === 'high' ? below / 2 : below, 'high'];
  }
  return high;
}
