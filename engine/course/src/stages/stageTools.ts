import type { Step } from '@graywise/physics';
import type { DecisionAnswer, Progress } from '../engine/courseEngine.js';
import type { WorkerPool } from '../pool/WorkerPool.js';

/** What a stage needs besides its input: workers, a voice for progress, a way to be cancelled, and the answers of a person. */
export interface StageTools {
  readonly pool: WorkerPool;
  readonly answers: readonly DecisionAnswer[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Reports how far a step is; `fraction` from 0 to 1. */
export function report(tools: StageTools, step: Step, fraction: number, label: string): void {
  tools.onProgress?.({ step, fraction, label });
}
