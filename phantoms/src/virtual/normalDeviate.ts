import { normalQuantile } from '@graywise/physics';
import type { RandomSource } from '../random/randomSource.js';

/** A number from the standard normal distribution, by inversion of 32 random bits. */
export function normalDeviate(random: RandomSource): number {
  return normalQuantile((random.bits() + 0.5) / 0x100000000);
}
