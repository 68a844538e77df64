import type { TaskRunner, TransportPatient, TransportTask } from '../transportTask.js';
import { growthOfBatches, worstPlace } from './growthOfBatches.js';
import { emptyEstimate, meanAndVariance, tallySum, type GroupEstimate } from './tallySum.js';
import { tasksAtATime } from './tasksAtATime.js';
import { voxelDoses } from './voxelDoses.js';

export interface EstimateRequest {
  readonly patient: TransportPatient;
  /** Energy (MeV by voxel) that is known already. */
  readonly kernelMev: Float64Array;
  readonly seed: number;
  readonly relativeError: number;
  readonly run: TaskRunner;
  readonly onProgress?: ((fraction: number, label: string) => void) | undefined;
}

/** Enough for the spread of a first look to say how many are needed. */
const FIRST_BATCHES = 32;
const BATCHES_PER_TASK = 16;
/** Random numbers never meet: every group has its own range of batch numbers. */
const BATCHES_OF_A_GROUP = 2 ** 20;
/** After so many rounds the error at hand is reported. */
const MOST_ROUNDS = 8;
/** The share of the largest dose above which the error counts. */
const COUNTS_FROM = 0.1;
/** Runs batches of all groups until the relative standard uncertainty is reached wherever the dose is above a tenth of the largest. */
export async function estimateToError(request: EstimateRequest): Promise<{ estimates: GroupEstimate[]; worst: number }> {
  const { patient, kernelMev, relativeError, onProgress } = request;
  let estimates = patient.groups.map(() => emptyEstimate(kernelMev.length));
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

/** Brings every estimate to the number of batches that is wanted; tallies are added in the order of the tasks. */
async function runBatches(
  { patient, kernelMev, seed, run }: EstimateRequest,
  estimates: readonly GroupEstimate[],
  wanted: readonly number[],
): Promise<GroupEstimate[]> {
  const queue = estimates.flatMap(({ batches }, group) => {
    const tasks: TransportTask[] = [];
    const end = wanted[group] ?? batches;
    for (let batch = batches; batch < end; batch += BATCHES_PER_TASK)
      tasks.push({
        patient,
        group,
        seed,
        firstBatch: group * BATCHES_OF_A_GROUP + batch,
        batches: Math.min(BATCHES_PER_TASK, end - batch),
      });
    return tasks;
  });
  const atATime = tasksAtATime(kernelMev.length);
  let sums = [...estimates];
  for (let first = 0; first < queue.length; first += atATime) {
    const tasks = queue.slice(first, first + atATime);
    const tallies = await run(tasks);
    sums = sums.map((sum, group) => {
      const own = tallies.filter((_tally, place) => tasks[place]?.group === group);
      return own.length > 0 ? tallySum(sum, own) : sum;
    });
  }
  return sums;
}

/** Relative variance over that allowed, of each group, in the voxels whose dose is above a tenth of the largest. */
function sharesOfVariance({ patient, kernelMev, relativeError }: EstimateRequest, estimates: readonly GroupEstimate[]): Float64Array[] {
  const { densityGPerMl } = patient.grid;
  const energies = kernelMev.slice();
  for (const { batches, sumMev } of estimates)
    for (let voxel = 0; voxel < energies.length; voxel++) energies[voxel] = (energies[voxel] ?? 0) + (sumMev[voxel] ?? 0) / batches;
  const { doses, largest } = voxelDoses(energies, densityGPerMl);
  const counted: number[] = [];
  for (let voxel = 0; voxel < energies.length; voxel++)
    if (largest > 0 && (doses[voxel] ?? 0) >= COUNTS_FROM * largest) counted.push(voxel);
  return estimates.map(estimate =>
    Float64Array.from(counted, voxel => meanAndVariance(estimate, voxel).variance / ((energies[voxel] ?? NaN) * relativeError) ** 2),
  );
}
