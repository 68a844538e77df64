import { SCENARIOS, scenarioPoints } from './scenarioPoints.js';

/**
 * Scenario points whose first, most evenly spread coordinate lies along `direction`; any direction of zeros leaves them as they are. The reflection that
 * carries the first axis to the direction (Householder) keeps them standard normal and independent. Along the direction in which a result changes most,
 * the result is then found almost as by quadrature (Imai and Tan 2006, J Comput Finance 10, 129).
 */
export function reflectedPoints(dimensions: number, direction: readonly number[]): Float64Array {
  const points = scenarioPoints(dimensions);
  const length = Math.hypot(...direction);
  if (length === 0) return points;
  const normal = Float64Array.from({ length: dimensions }, (_, index) => (index === 0 ? 1 : 0) - (direction[index] ?? 0) / length);
  const size = Math.hypot(...normal);
  if (size < 1e-12) return points;
  for (let index = 0; index < dimensions; index++) normal[index] = (normal[index] ?? 0) / size;
  for (let point = 0; point < SCENARIOS; point++) {
    const offset = point * dimensions;
    let along = 0;
    for (let index = 0; index < dimensions; index++) along += (normal[index] ?? 0) * (points[offset + index] ?? 0);
    for (let index = 0; index < dimensions; index++) points[offset + index] = (points[offset + index] ?? 0) - 2 * along * (normal[index] ?? 0);
  }
  return points;
}
