import type { Estimate } from '../quantities/estimate.js';
import { logShare } from './logShare.js';
import { studentDeviate } from './studentDeviate.js';

/** The logarithm of value over median in the point at `offset`. */
export type LogDeviate = (points: Float64Array, offset: number) => number;

/** How an estimate, taken as lognormal, follows the standard normal numbers of its keys, with the tails of its degrees of freedom. */
export function logDeviate(estimate: Estimate, keys: readonly string[]): LogDeviate {
  const shares = keys.map(key => logShare(estimate, key));
  const places = Int32Array.from(shares.flatMap((share, place) => (share === 0 ? [] : [place])));
  const weights = Float64Array.from(shares.filter(share => share !== 0));
  const size = Math.hypot(...weights);
  if (size === 0) return () => 0;
  const student = studentDeviate(estimate.degreesOfFreedom);
  return (points, offset) => {
    let sum = 0;
    for (let index = 0; index < places.length; index++) sum += (weights[index] ?? 0) * (points[offset + (places[index] ?? 0)] ?? 0);
    return size * student(sum / size);
  };
}
