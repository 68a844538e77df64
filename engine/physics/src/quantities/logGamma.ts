import { log } from '../numerics/log.js';
/**
 * The logarithm of the gamma function for x above 0, to about 1e-14.
 *
 * Stirling's series (Abramowitz and Stegun 6.1.41) from 10 upwards; smaller arguments are raised by the recurrence first.
 */
export function logGamma(x: number): number {
  let product = 1;
  let argument = x;
  for (; argument < 10; argument++) product *= argument;
  const inverse = 1 / argument;
  const square = inverse * inverse;
  const series =
    inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360)))));
  return (argument - 0.5) * log(argument) - argument + 0.5 * log(2 * Math.PI) + series - log(product);
}
