import { exp } from '../numerics/exp.js';
import { normalCumulative } from '../quantities/normalCumulative.js';

/** Number of scenarios: a prime, so that every coordinate of the lattice takes each of its values once. */
export const SCENARIOS = 8191;

/** A multiplier whose powers spread the points of the lattice well, from L'Ecuyer and Lemieux 2000, Management Science 46, 1214. */
const MULTIPLIER = 5130;

/**
 * Standard normal numbers in `dimensions` coordinates, SCENARIOS points one after the other: the same for every call.
 *
 * A Korobov lattice: coordinate j of point i is (i a^j mod N + 1/2) / N, through the quantile of the normal distribution. Each coordinate by itself is
 * spread evenly; together they converge faster than random points. Rule P9 states and tests the accuracy.
 */
export function scenarioPoints(dimensions: number): Float64Array {
  const quantiles = latticeQuantiles();
  const points = new Float64Array(SCENARIOS * dimensions);
  let factor = 1;
  for (let dimension = 0; dimension < dimensions; dimension++) {
    let place = 0;
    for (let point = 0; point < SCENARIOS; point++) {
      points[point * dimensions + dimension] = quantiles[place] ?? 0;
      place = (place + factor) % SCENARIOS;
    }
    factor = (factor * MULTIPLIER) % SCENARIOS;
  }
  return points;
}

let kept: Float64Array | null = null;

/** The quantiles of (k + 1/2) / N, from the middle outwards, each by Newton's method from its neighbour. Computed once. */
function latticeQuantiles(): Float64Array {
  if (kept) return kept;
  const quantiles = new Float64Array(SCENARIOS);
  const middle = (SCENARIOS - 1) / 2;
  let z = 0;
  for (let step = 1; step <= middle; step++) {
    const probability = (middle - step + 0.5) / SCENARIOS;
    for (let iteration = 0; iteration < 4; iteration++) z -= ((normalCumulative(z) - probability) * Math.sqrt(2 * Math.PI)) / exp((-z * z) / 2);
    quantiles[middle - step] = z;
    quantiles[middle + step] = -z;
  }
  kept = quantiles;
  return quantiles;
}
