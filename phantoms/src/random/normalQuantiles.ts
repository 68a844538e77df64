import { normalQuantile } from '@graywise/physics';

const COUNT = 4096;

/**
 * The standard normal distribution as 4096 equally likely values, smallest first.
 *
 * Twelve random bits used as an index give a normal number: far faster than computing one, and out to 3.7 standard deviations, which is all that the noise of
 * an image needs.
 */
export function normalQuantiles(): Float32Array {
  const values = new Float32Array(COUNT);
  for (let i = 0; i < COUNT / 2; i++) {
    const value = normalQuantile((i + 0.5) / COUNT);
    values[i] = value;
    values[COUNT - 1 - i] = -value;
  }
  return values;
}
