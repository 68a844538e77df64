import type { TransportTally, TransportTask } from '@graywise/kernels';
import type {
  DoseEngineName,
  DoseRequest,
  DoseResult,
  RegistrationQuality,
  RigidTransform,
  Volume,
  VolumeGeometry,
} from '@graywise/physics';

/** Brings a moving scan to a fixed one: CT by CT, or SPECT by SPECT where there is no CT. */
export interface RegistrationRequest {
  readonly fixed: Volume;
  readonly moving: Volume;
  readonly content: 'CT' | 'SPECT';
}

export interface RegistrationAnswer {
  readonly transform: RigidTransform;
  readonly quality: RegistrationQuality;
}

/** Carries a volume of a moving scan onto a grid in the frame of the fixed scan. */
export interface ResampleRequest {
  readonly moving: Volume;
  readonly transform: RigidTransform;
  readonly grid: VolumeGeometry;
}

/** Computes the absorbed dose of every voxel, in one piece. */
export interface DoseTask {
  readonly engine: Exclude<DoseEngineName, 'monteCarlo'>;
  readonly request: DoseRequest;
}

/** The tasks that run in workers: what each takes and gives. */
export interface TaskTable {
  readonly register: { readonly input: RegistrationRequest; readonly output: RegistrationAnswer };
  readonly resample: { readonly input: ResampleRequest; readonly output: Volume };
  readonly dose: { readonly input: DoseTask; readonly output: DoseResult };
  /** The patient is what the tasks share. */
  readonly transport: { readonly input: Omit<TransportTask, 'patient'>; readonly output: TransportTally };
}

export type TaskName = keyof TaskTable;
