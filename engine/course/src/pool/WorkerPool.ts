import { GraywiseError, type ErrorCode } from '@graywise/physics';
import type { TaskName, TaskTable } from '../tasks/taskTable.js';
import type { Kept, TaskMessage, TaskWorker, WorkerMessage } from './messages.js';

export interface TaskOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((fraction: number, label: string) => void) | undefined;
  /** What the task shares with others; it is sent to each worker once. */
  readonly kept?: Kept | undefined;
}

interface Job {
  readonly message: TaskMessage;
  readonly options: TaskOptions;
  readonly resolve: (output: unknown) => void;
  readonly reject: (fault: Error) => void;
}

/**
 * A pool of workers, each doing one task at a time, in the order in which the tasks were given.
 *
 * The same class runs in Node and in the browser: only `createWorker` differs. Tasks are independent and deterministic, so results do not depend on
 * the number of workers. Cancelling ends the worker at once and starts a fresh one for the next task.
 */
export class WorkerPool {
  private readonly idle: TaskWorker[] = [];
  private readonly busy = new Map<TaskWorker, Job>();
  private readonly queue: Job[] = [];
  private readonly keys = new WeakMap<TaskWorker, number>();
  private nextId = 1;
  private readonly createWorker: () => TaskWorker;
  private readonly size: number;

  constructor(createWorker: () => TaskWorker, size: number) {
    this.createWorker = createWorker;
    this.size = Math.max(1, Math.floor(size));
  }

  /** Runs a task. Throws GraywiseError for refusals (GW_CANCELLED when the signal fires), Error for faults of ours. */
  run<K extends TaskName>(task: K, input: TaskTable[K]['input'], options: TaskOptions = {}): Promise<TaskTable[K]['output']> {
    return new Promise((resolve, reject) => {
      const message = { id: this.nextId++, task, input, ...(options.kept && { kept: options.kept }) } as TaskMessage;
      const job: Job = { message, options, resolve: output => resolve(output as TaskTable[K]['output']), reject };
      if (options.signal?.aborted) {
        reject(new GraywiseError('GW_CANCELLED', { where: task }));
        return;
      }
      options.signal?.addEventListener('abort', () => this.cancel(job), { once: true });
      this.queue.push(job);
      this.dispatch();
    });
  }

  /** Ends all workers. Running tasks are refused with GW_CANCELLED. */
  dispose(): void {
    for (const job of [...this.queue, ...this.busy.values()]) this.cancel(job);
    for (const worker of this.idle.splice(0)) worker.terminate();
  }

  private dispatch(): void {
    while (this.queue.length > 0 && this.busy.size < this.size) {
      const job = this.queue.shift();
      if (!job) return;
      const worker = this.idle.pop() ?? this.startWorker();
      this.busy.set(worker, job);
      worker.post(this.messageFor(worker, job.message));
    }
  }

  private messageFor(worker: TaskWorker, message: TaskMessage): TaskMessage {
    if (!message.kept) return message;
    const { key } = message.kept;
    if (this.keys.get(worker) === key) return { ...message, kept: { key } };
    this.keys.set(worker, key);
    return message;
  }

  private startWorker(): TaskWorker {
    const worker = this.createWorker();
    worker.onMessage(message => this.receive(worker, message));
    worker.onFault(message => {
      this.discard(worker, new Error(message));
      this.dispatch();
    });
    return worker;
  }

  private receive(worker: TaskWorker, message: WorkerMessage): void {
    const job = this.busy.get(worker);
    if (job?.message.id !== message.id) return;
    if (message.kind === 'progress') {
      job.options.onProgress?.(message.fraction, message.label);
      return;
    }
    if (message.kind === 'result') {
      this.busy.delete(worker);
      this.idle.push(worker);
      job.resolve(message.output);
    } else {
      this.discard(
        worker,
        message.kind === 'refusal' ? new GraywiseError(message.code as ErrorCode, { ...message.details }) : new Error(message.message),
      );
    }
    this.dispatch();
  }

  private cancel(job: Job): void {
    const waiting = this.queue.indexOf(job);
    const fault = new GraywiseError('GW_CANCELLED', { where: job.message.task });
    if (waiting >= 0) {
      this.queue.splice(waiting, 1);
      job.reject(fault);
      return;
    }
    for (const [worker, running] of this.busy) if (running === job) this.discard(worker, fault);
    this.dispatch();
  }

  /** A worker that failed or was cancelled is not used again: its heap may be in any state. */
  private discard(worker: TaskWorker, fault: Error): void {
    const job = this.busy.get(worker);
    this.busy.delete(worker);
    worker.terminate();
    job?.reject(fault);
  }
}
