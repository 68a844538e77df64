import { polynomial } from './polynomial.js';

/** (-1)^n / (2n + 1) for n from 1: the series of arctan after its first term; the argument is below 0.21 when it is used. */
const ARCTAN = Array.from({ length: 13 }, (_unused, n) => (n % 2 === 0 ? -1 : 1) / (2 * n + 3));

/** The arc cosine in rad of a number from -1 to 1, the same bits on every machine (see `exp`). NaN outside. */
export function acos(cosine: number): number {
  if (!(cosine >= -1 && cosine <= 1)) return NaN;
  if (cosine < 0) return Math.PI - acos(-cosine);
  // acos(c) = 2 arctan(sqrt((1 - c) / (1 + c))), and the argument is at most 1.
  return 2 * arctanOfSmall(Math.sqrt((1 - cosine) / (1 + cosine)));
}

/** arctan(t) = 2 arctan(t / (1 + sqrt(1 + t^2))), twice. */
function arctanOfSmall(tangent: number): number {
  let t = tangent;
  for (let halving = 0; halving < 2; halving++) t /= 1 + Math.sqrt(1 + t * t);
  const z = t * t;
  return 4 * (t + t * z * polynomial(z, ARCTAN));
}
