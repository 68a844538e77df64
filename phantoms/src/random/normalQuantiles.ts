import { normalQuantile } from '@graywise/physics';

const COUNT = 65536;

/**
 * The standard normal distribution as 65536 equally likely values, smallest first.
 *
 * Sixteen random bits used as an index give a normal number: far faster than computing one, and out to 4.2 standard deviations, which is all that the noise of
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
