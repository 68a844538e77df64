import { log } from './log.js';

/** ln(1 + x) without cancellation near zero, the same bits on every machine (see `exp`). */
export function log1p(x: number): number {
  const sum = 1 + x;
  // What rounding took from 1 + x is added back in first order (Kahan).
  return sum === 1 ? x : sum > 0 && sum < Infinity ? log(sum) - (sum - 1 - x) / sum : log(sum);
}
