import { normalQuantile } from '../quantities/normalQuantile.js';
import type { TruncatedLogNormal } from './truncatedLogNormal.js';

const PROBABILITY = 0.95;
const COVERAGE = normalQuantile((1 + PROBABILITY) / 2);

/** Of a logarithm from zero: what holds 95 %, or the root mean square where that is larger, as it is for what is mostly a shift. */
export function holdingDeviation({ expect, quantile }: TruncatedLogNormal, of: (value: number, logarithm: number) => number): number {
  const holding = quantile((value, logarithm) => Math.abs(of(value, logarithm)), PROBABILITY) / COVERAGE;
  return Math.max(holding, Math.sqrt(expect((value, logarithm) => of(value, logarithm) ** 2)));
}
