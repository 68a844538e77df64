import { GAS_G_PER_ML, JOULE_PER_MEV, type SourceSpectrum } from '@graywise/physics';
import { runTransportTask } from '../runTransportTask.js';
import type { TransportGrid } from '../transportGrid.js';
import type { TaskRunner, TransportPatient } from '../transportTask.js';
import { cropToBody } from './cropToBody.js';
import { emissionSources } from './emissionSources.js';
import { estimateToError } from './estimateToError.js';
import { meanAndVariance, type GroupEstimate } from './tallySum.js';

/** Whose electrons are transported: all, or those that something else than uniform soft tissue is near to, the others being spread by a kernel. */
export type ElectronMode = 'every particle' | 'kernel electrons where uniform';

export interface MonteCarloRequest {
  readonly grid: TransportGrid;
  /** Time-integrated activity of each voxel, Bq s: its number of decays. */
  readonly decays: Float64Array;
  readonly spectrum: SourceSpectrum;
  readonly mode: ElectronMode;
  /** Relative standard uncertainty to reach in every voxel above a tenth of the largest dose. */
  readonly relativeError: number;
  readonly seed: number;
  /** Where tasks run; on this thread when left out. */
  readonly run?: TaskRunner;
  readonly onProgress?: ((fraction: number, label: string) => void) | undefined;
}

/** Absorbed dose (Gy) by voxel of the whole grid and what emitted it; alpha particles are not in it. Voxels of gas have none. */
export interface MonteCarloDose {
  readonly electronGy: Float32Array;
  readonly photonGy: Float32Array;
  /** Standard uncertainty of their sum, from the spread of independent batches. */
  readonly uncertaintyGy: Float32Array;
  /** Largest relative uncertainty of a voxel above a tenth of the largest dose. */
  readonly relativeError: number;
  /** Batches of each source. */
  readonly batches: Readonly<Record<'electrons' | 'photons', number>>;
}

/**
 * The absorbed dose of a patient by transport (rule R7).
 *
 * Photons by track length. Electrons voxel by voxel, from what is known without chance: see c/transport/electronsByVoxel.h. Batches are run until the relative
 * uncertainty is reached; which batches are run, and so every bit of the result, follows from the request alone.
 */
export async function monteCarloDose(request: MonteCarloRequest): Promise<MonteCarloDose> {
  const { seed, relativeError, run = runHere, onProgress } = request;
  const { grid, decays, placeBack } = cropToBody(request.grid, request.decays);
  const { groups, kernelMev } = await emissionSources(grid, decays, request);
  const patient = { key: ++patients, grid, groups };
  const { estimates, worst } = await estimateToError({ patient, kernelMev, seed, relativeError, run, onProgress });
  const dose = dosesOf(patient, estimates, kernelMev);
  const whole = (values: Float64Array): Float32Array => {
    const result = new Float32Array(request.decays.length);
    placeBack(values, result);
    return result;
  };
  const batchesOf = (kind: 'electrons' | 'photons'): number =>
    estimates.find((_estimate, group) => kindOf(patient, group) === kind)?.batches ?? 0;
  return {
    electronGy: whole(dose.electrons),
    photonGy: whole(dose.photons),
    uncertaintyGy: whole(dose.uncertainty),
    relativeError: worst,
    batches: { electrons: batchesOf('electrons'), photons: batchesOf('photons') },
  };
}

/** Patients so far: each has a key of its own on this thread and on the workers that it starts. */
let patients = 0;

const runHere: TaskRunner = async tasks => {
  const tallies = [];
  for (const task of tasks) tallies.push(await runTransportTask(task));
  return tallies;
};

const kindOf = ({ groups }: TransportPatient, group: number): 'electrons' | 'photons' | undefined => groups[group]?.[0]?.kind;

function dosesOf(
  patient: TransportPatient,
  estimates: readonly GroupEstimate[],
  kernelMev: Float64Array,
): Readonly<Record<'electrons' | 'photons' | 'uncertainty', Float64Array>> {
  const { spacingCm, densityGPerMl } = patient.grid;
  const volumeMl = spacingCm[0] * spacingCm[1] * spacingCm[2];
  const [electrons, photons, uncertainty] = [kernelMev.slice(), new Float64Array(kernelMev.length), new Float64Array(kernelMev.length)];
  for (let voxel = 0; voxel < kernelMev.length; voxel++) {
    const density = densityGPerMl[voxel] ?? 0;
    const grayPerMev = density < GAS_G_PER_ML ? 0 : (JOULE_PER_MEV * 1000) / (density * volumeMl);
    let total = 0;
    estimates.forEach((estimate, group) => {
      const { mean, variance } = meanAndVariance(estimate, voxel);
      const energies = kindOf(patient, group) === 'electrons' ? electrons : photons;
      energies[voxel] = (energies[voxel] ?? 0) + mean;
      total += variance;
    });
    electrons[voxel] = (electrons[voxel] ?? 0) * grayPerMev;
    photons[voxel] = (photons[voxel] ?? 0) * grayPerMev;
    uncertainty[voxel] = Math.sqrt(total) * grayPerMev;
  }
  return { electrons, photons, uncertainty };
}
