import { exp } from './exp.js';
import { log } from './log.js';

/** The cube root, the same bits on every machine (see `exp`): from the logarithm, then two of Newton's steps. */
export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const size = Math.abs(x);
  let root = exp(log(size) / 3);
  for (let step = 0; step < 2; step++) root -= (root - size / (root * root)) / 3;
  return x < 0 ? -root : root;
}
