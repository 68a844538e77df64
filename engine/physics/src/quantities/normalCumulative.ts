import { exp } from '../numerics/exp.js';
/**
 * The probability that a standard normal variable lies below z; relative accuracy about 1e-14, far into the lower tail.
 *
 * Near the middle the series of Abramowitz and Stegun 26.2.11, in the tails the continued fraction 26.2.14.
 */
export function normalCumulative(z: number): number {
  if (z > 0) return 1 - normalCumulative(-z);
  const density = exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z > -3 ? 0.5 + density * series(z) : density / tailFraction(-z);
}

/** z + z^3/3 + z^5/(3*5) + ... */
function series(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + ...))), from the inside; from z = 3 on 200 steps are more than double precision needs. */
function tailFraction(z: number): number {
  let fraction = z;
  for (let step = 200; step > 0; step--) fraction = z + step / fraction;
  return fraction;
}
