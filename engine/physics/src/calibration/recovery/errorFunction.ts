import { normalCumulative } from '../../quantities/normalCumulative.js';

/** erf(x) = 2 Phi(x sqrt 2) - 1, to about 1e-15. */
export function errorFunction(x: number): number {
  return x < 0 ? -errorFunction(-x) : 1 - 2 * normalCumulative(-x * Math.SQRT2);
}
