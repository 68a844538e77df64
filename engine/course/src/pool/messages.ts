import type { TaskName, TaskTable } from '../tasks/taskTable.js';

/** A message to a worker: one task at a time. */
export type TaskMessage = {
  [K in TaskName]: { readonly id: number; readonly task: K; readonly input: TaskTable[K]['input']; readonly kept?: Kept };
}[TaskName];

/** What many tasks share: a worker receives the value with the first of them and keeps it until another comes. Plain data, one key for one value. */
export interface Kept {
  readonly key: number;
  /** Left out where the worker has it already. */
  readonly value?: unknown;
}

/** What a worker says while and after it works. */
export type WorkerMessage =
  | { readonly id: number; readonly kind: 'progress'; readonly fraction: number; readonly label: string }
  | { readonly id: number; readonly kind: 'result'; readonly output: unknown }
  | { readonly id: number; readonly kind: 'refusal'; readonly code: string; readonly details: Readonly<Record<string, string | number>> }
  | { readonly id: number; readonly kind: 'fault'; readonly message: string };

/** The little of a worker that the pool needs; Node's worker_threads and the browser's Worker both fit behind it. */
export interface TaskWorker {
  post(message: TaskMessage): void;
  onMessage(listener: (message: WorkerMessage) => void): void;
  onFault(listener: (message: string) => void): void;
  terminate(): void;
}
