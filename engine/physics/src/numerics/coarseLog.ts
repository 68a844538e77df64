import { log } from './log.js';

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** ln of the middle of each of 2048 equal steps of the mantissa from 1 to 2. */
const LOG_OF_MANTISSA = Float64Array.from({ length: 2048 }, (_unused, step) => log(1 + (step + 0.5) / 2048));

/**
 * ln x to 0.0003, for normal float32 x above zero: where an iteration starts, not where it ends. The same bits on every machine.
 *
 * The exponent and the first eleven bits of the mantissa of the float32 number decide it.
 */
export function coarseLog(x: number): number {
  float[0] = x;
  const word = bits[0] ?? 0;
  return ((word >> 23) - 127) * Math.LN2 + (LOG_OF_MANTISSA[(word >> 12) & 2047] ?? 0);
}
