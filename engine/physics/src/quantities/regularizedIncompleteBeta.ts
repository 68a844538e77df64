import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import { log1p } from '../numerics/log1p.js';
import { logGamma } from './logGamma.js';

/**
 * The regularised incomplete beta function I_x(a, b) for x in 0 to 1, a and b above 0.
 *
 * Continued fraction of Abramowitz and Stegun 26.5.8, evaluated by the modified Lentz method; where it converges slowly the mirror image
 * I_x(a, b) = 1 - I_(1-x)(b, a) is used.
 */
export function regularizedIncompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - regularizedIncompleteBeta(1 - x, b, a);
  const logFront = a * log(x) + b * log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return exp(logFront) / (a * continuedFraction(x, a, b));
}

/** 1 + d1/(1 + d2/(1 + ...)) by the modified Lentz method. */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let value = 1;
  let numerator = 1;
  let denominator = 0;
  for (let step = 1; step < 10000; step++) {
    const m = Math.floor(step / 2);
    const coefficient =
      step % 2 === 0 ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)) : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    denominator = 1 / (1 + coefficient * denominator || tiny);
    numerator = 1 + coefficient / numerator || tiny;
    value *= numerator * denominator;
    if (Math.abs(numerator * denominator - 1) < 1e-15) break;
  }
  return value;
}
