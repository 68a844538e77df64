import { lengthOf } from './lengthOf.js';
import { studentDeviate } from './studentDeviate.js';

/**
 * How the logarithm of an estimate over its median follows standard normal variables: the sum of its shares, with the tails of Student's t for few degrees
 * of freedom.
 */
export function logDeviate(shares: Float64Array, degreesOfFreedom: number | null): (point: Float64Array) => number {
  const size = lengthOf(shares);
  if (size === 0) return () => 0;
  const student = studentDeviate(degreesOfFreedom);
  return point => {
    let sum = 0;
    for (let index = 0; index < shares.length; index++) sum += (shares[index] ?? 0) * (point[index] ?? 0);
    return size * student(sum / size);
  };
}
