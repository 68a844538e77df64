import { normalQuantile } from './normalQuantile.js';
import { regularizedIncompleteBeta } from './regularizedIncompleteBeta.js';

/**
 * The value below which Student's t lies with the given probability.
 *
 * @param probability between 0 and 1, both excluded
 * @param degreesOfFreedom above 0, need not be whole; null for infinitely many (the normal distribution)
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number | null): number {
  if (degreesOfFreedom === null) return normalQuantile(probability);
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentTQuantile(1 - probability, degreesOfFreedom);
  const tail = 1 - probability;
  let upper = 1;
  while (upperTail(upper, degreesOfFreedom) > tail) upper *= 2;
  let lower = 0;
  for (let middle = upper / 2; middle > lower && middle < upper; middle = (lower + upper) / 2) {
    if (upperTail(middle, degreesOfFreedom) > tail) lower = middle;
    else upper = middle;
  }
  return upper;
}

/** Probability above t, t positive: half of I_x(dof/2, 1/2) at x = dof / (dof + t^2) (Abramowitz and Stegun 26.7.1). */
function upperTail(t: number, degreesOfFreedom: number): number {
  return regularizedIncompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5) / 2;
}
