import { exp } from './exp.js';
import { LN2_HIGH, LN2_LOW } from './ln2.js';

/** 2^(-i / 64), and 2^-k; an argument above 700 is zero before the second table ends. */
const STEPS = 64;
const FRACTIONS_OF_TWO = Float64Array.from({ length: STEPS }, (_unused, step) => exp((-step * Math.LN2) / STEPS));
const POWERS_OF_HALF = Float64Array.from({ length: 1024 }, (_unused, k) => 2 ** -k);
const STEPS_PER_UNIT = STEPS / Math.LN2;
const STEP_HIGH = LN2_HIGH / STEPS;
const STEP_LOW = LN2_LOW / STEPS;

/**
 * e^-x for x from 0 on, the same bits on every machine (see `exp`), 0 beyond x = 700. Within 2 units in the last place.
 *
 * For loops over voxels: ten times quicker than `exp`, from a table. x = k ln 2 / 64 + r; e^-x = 2^(-k / 64) e^-r, and the series of e^-r ends after
 * its fifth power, because |r| is at most 0.0055.
 */
export function expOfMinus(x: number): number {
  if (!(x < 700)) return x >= 700 ? 0 : NaN;
  const k = (x * STEPS_PER_UNIT + 0.5) | 0;
  const r = k * STEP_HIGH - x + k * STEP_LOW;
  const series = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120)))));
  return (POWERS_OF_HALF[k >> 6] ?? 0) * (FRACTIONS_OF_TWO[k & 63] ?? 0) * series;
}
