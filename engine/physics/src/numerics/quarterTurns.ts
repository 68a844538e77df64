import { HALF_PI_HIGH, HALF_PI_LOW } from './halfPi.js';
import { polynomial } from './polynomial.js';

/** Coefficients of sin(r) / r and cos(r) in r^2; |r| is at most pi / 4, so the last term is below 1e-18. */
const SINE = alternatingInverseFactorials(1);
const COSINE = alternatingInverseFactorials(0);

/** Sine and cosine of an angle (rad), the same bits on every machine (see `exp`): the angle is turned back by whole quarter turns first. */
export function quarterTurns(angle: number): { readonly sine: number; readonly cosine: number } {
  const turns = Math.round(angle / (Math.PI / 2));
  const r = angle - turns * HALF_PI_HIGH - turns * HALF_PI_LOW;
  const z = r * r;
  const sine = r + r * z * polynomial(z, SINE);
  const cosine = 1 + z * polynomial(z, COSINE);
  switch (((turns % 4) + 4) % 4) {
    case 0:
      return { sine, cosine };
    case 1:
      return { sine: cosine, cosine: -sine };
    case 2:
      return { sine: -sine, cosine: -cosine };
    default:
      return { sine: -cosine, cosine: sine };
  }
}

/** (-1)^n / (2n + start)! for n from 1. */
function alternatingInverseFactorials(start: 0 | 1): number[] {
  const coefficients: number[] = [];
  let factorial = 1;
  for (let n = 1; n <= 9; n++) {
    factorial *= -(2 * n + start) * (2 * n + start - 1);
    coefficients.push(1 / factorial);
  }
  return coefficients;
}
