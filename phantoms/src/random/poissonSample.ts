import type { RandomSource } from './randomSource.js';

/** Taken from the global object once: in jest's sandbox every look at it costs more than the sum that follows. */
const { abs, exp, floor, log, sqrt, PI } = Math;

/** Below this mean the probabilities are summed one by one, above it PTRS is faster and valid. */
const SMALL_MEAN = 10;

/**
 * A Poisson distributed number of the given mean.
 *
 * Sequential inversion below a mean of 10, transformed rejection PTRS above it (Hörmann, Insurance: Mathematics and Economics 12:39-45, 1993): both are exact.
 */
export function poissonSample(mean: number, random: RandomSource): number {
  if (mean <= 0) return 0;
  return mean < SMALL_MEAN ? byInversion(mean, random) : byTransformedRejection(mean, random);
}

function byInversion(mean: number, random: RandomSource): number {
  let probability = exp(-mean);
  let left = random.uniform();
  let count = 0;
  while (left > probability && count < 200) {
    left -= probability;
    count++;
    probability *= mean / count;
  }
  return count;
}

function byTransformedRejection(mean: number, random: RandomSource): number {
  const b = 0.931 + 2.53 * sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const distance = 0.5 - abs(u);
    const count = floor(((2 * a) / distance + b) * u + mean + 0.43);
    if (distance >= 0.07 && v <= squeeze) return count;
    if (count < 0 || (distance < 0.013 && v > distance)) continue;
    const bound = log((v * inverseAlpha) / (a / (distance * distance) + b));
    if (bound <= count * log(mean) - mean - logFactorial(count)) return count;
  }
}

/** ln(n!) by Stirling's series, exact to 1e-10 from 10 upwards; summed below. */
function logFactorial(n: number): number {
  if (n < 10) {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    return log(product);
  }
  const x = n + 1;
  return (x - 0.5) * log(x) - x + 0.5 * log(2 * PI) + 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
}
