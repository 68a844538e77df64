import type { CourseEngine } from '@graywise/course';
import type { Part10 } from '@graywise/dicom';
import type { CyclePlan, Instant } from '@graywise/physics';
import type { Archive } from '../archive/archive.js';
import type { CourseState } from '../state/courseState.js';
import type { Store } from '../store/createStore.js';
import type { Signature } from './courseActions.js';

/** The engine in its worker. Records and plans carry who signed them. */
export interface EngineClient extends Omit<CourseEngine, 'recordObjects' | 'planObject'> {
  recordObjects(cycle: number, at: Instant, signature: Signature): Promise<readonly Part10[]>;
  planObject(plan: CyclePlan, at: Instant, signature: Signature): Promise<Part10>;
  dispose(): void;
}

/** What lives beside the state while a course is open: things that are not data. */
export interface CourseSession {
  engine: EngineClient | null;
  /** Every DICOM file of the course, as it was read from the archive. */
  files: readonly Part10[];
  abort: AbortController | null;
}

/** What an action may touch. */
export interface CourseContext {
  readonly store: Store<CourseState>;
  readonly archive: Archive;
  readonly session: CourseSession;
  openEngine(): EngineClient;
  now(): Instant;
  notify(type: 'success' | 'info' | 'warning' | 'error', title: string, message: string): void;
}
