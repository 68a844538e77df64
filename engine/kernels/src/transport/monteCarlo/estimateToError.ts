import { GAS_G_PER_ML } from '@graywise/physics';
import type { TransportGrid } from '../transportGrid.js';
import type { EmissionSource, TaskRunner, TransportTask } from '../transportTask.js';
import type { DividedEmissions } from './emissionSources.js';
import { growthOfBatches, worstPlace } from './growthOfBatches.js';
import { meanAndVariance, tallySum, type SourceEstimate } from './tallySum.js';
import { tasksAtATime } from './tasksAtATime.js';

export interface EstimateRequest {
  readonly grid: TransportGrid;
  readonly emissions: DividedEmissions;
  readonly seed: number;
  readonly relativeError: number;
  readonly run: TaskRunner;
  readonly onProgress?: ((fraction: number, label: string) => void) | undefined;
}

/** Enough for the spread of a first look to say how many are needed. */
const FIRST_BATCHES = 32;
const BATCHES_PER_TASK = 8;
/** Random numbers never meet: every new source has its own range of batch numbers. */
const BATCHES_OF_A_SOURCE = 2 ** 20;
/** After so many rounds the error at hand is reported. */
const MOST_ROUNDS = 8;
/** The share of the largest dose above which the error counts. */
const COUNTS_FROM = 0.1;
/** Runs batches of all sources until the relative standard uncertainty is reached wherever the dose is above a tenth of the largest. */
export async function estimateToError(request: EstimateRequest): Promise<{ estimates: SourceEstimate[]; worst: number }> {
  const { emissions, relativeError, onProgress } = request;
  let estimates = emissions.sources.map((source, index) => newEstimate(source, index, emissions.kernelMev.length));
  let wanted = estimates.map(() => FIRST_BATCHES);
  for (let round = 1; ; round++) {
    estimates = await runBatches(request, estimates, wanted);
    const shares = sharesOfVariance(request, estimates);
    const { excess } = worstPlace(
      shares,
      estimates.map(() => 1),
    );
    const worst = relativeError * Math.sqrt(excess);
    onProgress?.(1 / Math.max(excess, 1), `Transport: ${(100 * worst).toFixed(2)} % statistical uncertainty`);
    if (excess <= 1 || round === MOST_ROUNDS) return { estimates, worst };
    const growth = growthOfBatches(shares);
    wanted = estimates.map(({ batches }, index) => Math.ceil(batches * (growth[index] ?? 1)));
  }
}

function newEstimate(source: EmissionSource, range: number, voxels: number): SourceEstimate {
  const firstBatch = range * BATCHES_OF_A_SOURCE;
  return { source, firstBatch, batches: 0, sumMev: new Float64Array(voxels), sumOfSquaresMev2: new Float64Array(voxels) };
}

/** Brings every estimate to the number of batches that is wanted; tallies are added group by group, in the order of the tasks. */
async function runBatches(
  { grid, seed, run }: EstimateRequest,
  estimates: readonly SourceEstimate[],
  wanted: readonly number[],
): Promise<SourceEstimate[]> {
  const queue = estimates.flatMap(({ source, firstBatch, batches }, index) => {
    const list: { index: number; task: TransportTask }[] = [];
    const end = wanted[index] ?? batches;
    for (let batch = batches; batch < end; batch += BATCHES_PER_TASK) {
      const task = { grid, source, seed, firstBatch: firstBatch + batch, batches: Math.min(BATCHES_PER_TASK, end - batch) };
      list.push({ index, task });
    }
    return list;
  });
  const atATime = tasksAtATime(grid.densityGPerMl.length);
  let sums = [...estimates];
  for (let first = 0; first < queue.length; first += atATime) {
    const group = queue.slice(first, first + atATime);
    const tallies = await run(group.map(({ task }) => task));
    sums = sums.map((sum, index) => {
      const own = tallies.filter((_tally, place) => group[place]?.index === index);
      return own.length > 0 ? tallySum(sum, own) : sum;
    });
  }
  return sums;
}

/** Relative variance over that allowed, of each source, in the voxels whose dose is above a tenth of the largest. */
function sharesOfVariance(
  { grid: { densityGPerMl }, emissions: { kernelMev }, relativeError }: EstimateRequest,
  estimates: readonly SourceEstimate[],
): Float64Array[] {
  const energies = kernelMev.map((energy, voxel) =>
    estimates.reduce((sum, estimate) => sum + meanAndVariance(estimate, voxel).mean, energy),
  );
  const doses = energies.map((energy, voxel) => ((densityGPerMl[voxel] ?? 0) < GAS_G_PER_ML ? 0 : energy / (densityGPerMl[voxel] ?? 1)));
  const least = COUNTS_FROM * doses.reduce((largest, dose) => Math.max(largest, dose), 0);
  const counted = Uint32Array.from(doses.keys()).filter(voxel => (doses[voxel] ?? 0) >= least && (doses[voxel] ?? 0) > 0);
  return estimates.map(estimate =>
    Float64Array.from(counted, voxel => meanAndVariance(estimate, voxel).variance / ((energies[voxel] ?? NaN) * relativeError) ** 2),
  );
}
