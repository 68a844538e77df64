import type { Second } from '../quantities/quantity.js';

/**
 * Seconds by which the activity at each time point is multiplied so that the sum approximates its integral from the administration to infinity
 * (rule T8): constant up to the first point, straight lines between the points, then exponential decay of the half-life given.
 *
 * Linear in the activities and never negative, so that noise in a voxel stays unbiased. In the order of `times`; times are seconds after the
 * administration.
 */
export function timePointWeights(times: readonly Second[], tailHalfLife: Second): number[] {
  const weights = new Array<number>(times.length).fill(0);
  const order = times.map((_, index) => index).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  order.forEach((index, rank) => {
    const time = times[index] ?? 0;
    const before = rank === 0 ? null : (times[order[rank - 1] ?? 0] ?? 0);
    const after = rank === order.length - 1 ? null : (times[order[rank + 1] ?? 0] ?? 0);
    const head = before === null ? time : (time - before) / 2;
    const tail = after === null ? tailHalfLife / Math.LN2 : (after - time) / 2;
    weights[index] = head + tail;
  });
  return weights;
}
