import type { SpectrumTable } from './spectrumTable.js';
import type { TransportGrid } from './transportGrid.js';

/** Photons of decays in the voxels of a grid; every history draws its voxel. */
export interface PhotonSource {
  readonly kind: 'photons';
  /** Number of decays by voxel. */
  readonly decays: Float64Array;
  readonly spectrum: SpectrumTable;
  readonly historiesPerBatch: number;
  /** How often a voxel's photons are drawn, per decay and relative to others; all alike when left out. */
  readonly importance?: Float32Array;
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

/** A grid and what is emitted in it, for many tasks. Plain data. */
export interface TransportPatient {
  /** Tasks of one key have one patient: whoever runs them need not prepare it again. */
  readonly key: number;
  readonly grid: TransportGrid;
  /** The sources of a group are run together: a batch of the group is a batch of each. */
  readonly groups: readonly (readonly EmissionSource[])[];
}

/** A piece of a calculation for one worker: batches of one group. */
export interface TransportTask extends BatchRange {
  readonly patient: TransportPatient;
  /** Which of the patient's groups. */
  readonly group: number;
}

export interface BatchRange {
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
