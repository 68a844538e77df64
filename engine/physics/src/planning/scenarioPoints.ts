import { exp } from '../numerics/exp.js';
import { normalCumulative } from '../quantities/normalCumulative.js';
import { lengthOf } from './lengthOf.js';

/** Number of scenarios: a prime, so that every coordinate of the lattice takes each of its values once. */
export const SCENARIOS = 8191;

/** A multiplier whose powers spread the points of the lattice well, from L'Ecuyer and Lemieux 2000, Management Science 46, 1214. */
const MULTIPLIER = 5130;

/**
 * Visits SCENARIOS points of independent standard normal numbers, the same in every call. `point` is used again for the next one.
 *
 * A Korobov lattice: coordinate j of point i is (i a^j mod N + 1/2) / N, through the quantile of the normal distribution: each coordinate by itself is
 * spread evenly, together they converge faster than random points. The reflection that carries the first axis to `direction` (Householder) keeps them
 * standard normal and independent; a result that changes most along it is found almost as by quadrature (Imai and Tan 2006, J Comput Finance 10, 129). A
 * direction of zeros leaves them as they are. Rule P9 states the accuracy.
 */
export function scenarioPoints(direction: readonly number[], visit: (point: Float64Array, index: number) => void): void {
  const dimensions = direction.length;
  const quantiles = latticeQuantiles();
  const normal = reflectionOf(direction);
  const steps = new Int32Array(dimensions).fill(1);
  for (let axis = 1; axis < dimensions; axis++) steps[axis] = ((steps[axis - 1] ?? 1) * MULTIPLIER) % SCENARIOS;
  const places = new Int32Array(dimensions);
  const point = new Float64Array(dimensions);
  for (let index = 0; index < SCENARIOS; index++) {
    let along = 0;
    for (let axis = 0; axis < dimensions; axis++) {
      const place = places[axis] ?? 0;
      const value = quantiles[place] ?? 0;
      point[axis] = value;
      along += (normal[axis] ?? 0) * value;
      const next = place + (steps[axis] ?? 0);
      places[axis] = next < SCENARIOS ? next : next - SCENARIOS;
    }
    for (let axis = 0; axis < dimensions; axis++) point[axis] = (point[axis] ?? 0) - 2 * along * (normal[axis] ?? 0);
    visit(point, index);
  }
}

/** The unit normal of the mirror that carries the first axis to a direction; zeros where they are one already. */
function reflectionOf(direction: readonly number[]): Float64Array {
  const length = lengthOf(direction);
  const normal = Float64Array.from(direction, (part, axis) => (length === 0 ? 0 : (axis === 0 ? 1 : 0) - part / length));
  const size = lengthOf(normal);
  return size < 1e-12 ? normal.fill(0) : normal.map(part => part / size);
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
    for (let iteration = 0; iteration < 3; iteration++) {
      const density = exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
      z -= (normalCumulative(z) - probability) / density;
    }
    quantiles[middle - step] = z;
    quantiles[middle + step] = -z;
  }
  kept = quantiles;
  return quantiles;
}
