import type { TransportTally } from '../transportTask.js';

/** The batches of one group of sources so far. */
export interface GroupEstimate {
  readonly batches: number;
  readonly sumMev: Float64Array;
  readonly sumOfSquaresMev2: Float64Array;
}

/** Nothing yet. */
export function emptyEstimate(voxels: number): GroupEstimate {
  return { batches: 0, sumMev: new Float64Array(voxels), sumOfSquaresMev2: new Float64Array(voxels) };
}

/** Adds tallies in their order: the sums do not depend on where tasks ran. */
export function tallySum(estimate: GroupEstimate, tallies: readonly TransportTally[]): GroupEstimate {
  const sumMev = estimate.sumMev.slice();
  const sumOfSquaresMev2 = estimate.sumOfSquaresMev2.slice();
  let { batches } = estimate;
  for (const tally of tallies) {
    batches += tally.batches;
    addTo(sumMev, tally.sumMev);
    addTo(sumOfSquaresMev2, tally.sumOfSquaresMev2);
  }
  return { batches, sumMev, sumOfSquaresMev2 };
}

function addTo(sum: Float64Array, values: Float64Array): void {
  for (let voxel = 0; voxel < sum.length; voxel++) sum[voxel] = (sum[voxel] ?? 0) + (values[voxel] ?? 0);
}

/** The mean over batches and the variance of that mean, of one voxel. */
export function meanAndVariance({ batches, sumMev, sumOfSquaresMev2 }: GroupEstimate, voxel: number): { mean: number; variance: number } {
  const mean = (sumMev[voxel] ?? 0) / batches;
  const spread = (sumOfSquaresMev2[voxel] ?? 0) / batches - mean * mean;
  return { mean, variance: Math.max(0, spread) / (batches - 1) };
}
