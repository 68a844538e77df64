import { normalCumulative } from './normalCumulative.js';
import { regularizedIncompleteBeta } from './regularizedIncompleteBeta.js';

/** The probability that Student's t lies below a value; `degreesOfFreedom` null for infinitely many (Abramowitz and Stegun 26.7.1). */
export function studentTCumulative(t: number, degreesOfFreedom: number | null): number {
  if (degreesOfFreedom === null) return normalCumulative(t);
  const tail = regularizedIncompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
}
