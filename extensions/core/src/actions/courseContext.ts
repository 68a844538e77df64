import type { CourseEngine } from '@graywise/course';
import type { Part10 } from '@graywise/dicom';
import type { Instant } from '@graywise/physics';
import type { Archive } from '@graywise/dicom';
import type { CourseState } from '../state/courseState.js';
import type { Store } from '../store/createStore.js';

/** The engine in its worker. */
export interface EngineClient extends CourseEngine {
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
