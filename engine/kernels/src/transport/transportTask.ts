import type { SpectrumTable } from './spectrumTable.js';
import type { TransportGrid } from './transportGrid.js';

/** Photons of decays in the voxels of a grid; every history draws its voxel. */
export interface PhotonSource {
  readonly kind: 'photons';
  /** Number of decays by voxel. */
  readonly decays: Float64Array;
  readonly spectrum: SpectrumTable;
  readonly historiesPerBatch: number;
}

/** Electrons of decays in the voxels of a grid; every voxel has its own number of histories. */
export interface ElectronSource {
  readonly kind: 'electrons';
  /** Number of decays by voxel. */
  readonly decays: Float64Array;
  readonly spectrum: SpectrumTable;
  /** Mean energy of the spectrum, MeV per decay. */
  readonly energyPerDecayMev: number;
  /** Histories of a batch by voxel, on average; above zero where there are decays. */
  readonly historiesPerBatch: Float64Array;
}

export type EmissionSource = PhotonSource | ElectronSource;

/** A piece of a calculation for one worker: batches of one source. Plain data. */
export interface TransportTask {
  readonly grid: TransportGrid;
  readonly source: EmissionSource;
  readonly seed: number;
  /** The random numbers of a batch follow from the seed and its number alone. */
  readonly firstBatch: number;
  readonly batches: number;
}

/** What the batches of a task left: every batch is an estimate of all decays' energy by voxel, MeV. */
export interface TransportTally {
  readonly batches: number;
  readonly sumMev: Float64Array;
  readonly sumOfSquaresMev2: Float64Array;
  /** Sums over the batches. */
  readonly emittedMev: number;
  readonly escapedMev: number;
}

/** Runs tasks, on one thread or many, and gives their tallies in the order of the tasks. */
export type TaskRunner = (tasks: readonly TransportTask[]) => Promise<TransportTally[]>;
