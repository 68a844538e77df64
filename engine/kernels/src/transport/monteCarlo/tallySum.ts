import type { EmissionSource, TransportTally } from '../transportTask.js';

/** The batches of one source so far. */
export interface SourceEstimate {
  readonly source: EmissionSource;
  /** Number of its first batch. */
  readonly firstBatch: number;
  readonly batches: number;
  readonly sumMev: Float64Array;
  readonly sumOfSquaresMev2: Float64Array;
}

/** Adds tallies in their order: the sums do not depend on where tasks ran. */
export function tallySum(estimate: SourceEstimate, tallies: readonly TransportTally[]): SourceEstimate {
  const sumMev = estimate.sumMev.slice();
  const sumOfSquaresMev2 = estimate.sumOfSquaresMev2.slice();
  let { batches } = estimate;
  for (const tally of tallies) {
    batches += tally.batches;
    for (let voxel = 0; voxel < sumMev.length; voxel++) {
      sumMev[voxel] = (sumMev[voxel] ?? 0) + (tally.sumMev[voxel] ?? 0);
      sumOfSquaresMev2[voxel] = (sumOfSquaresMev2[voxel] ?? 0) + (tally.sumOfSquaresMev2[voxel] ?? 0);
    }
  }
  return { ...estimate, batches, sumMev, sumOfSquaresMev2 };
}

/** The mean over batches and the variance of that mean, of one voxel. */
export function meanAndVariance({ batches, sumMev, sumOfSquaresMev2 }: SourceEstimate, voxel: number): { mean: number; variance: number } {
  const mean = (sumMev[voxel] ?? 0) / batches;
  const spread = (sumOfSquaresMev2[voxel] ?? 0) / batches - mean * mean;
  return { mean, variance: Math.max(0, spread) / (batches - 1) };
}
