import { WorkerPool } from '../pool/WorkerPool.js';
import type { TaskWorker, WorkerMessage } from '../pool/messages.js';
import { runTask } from '../tasks/runTask.js';

/** A pool that works in this thread: for studies that run many small patients, where threads would only copy. */
export function inlinePool(): WorkerPool {
  return new WorkerPool(inlineWorker, 1);
}

function inlineWorker(): TaskWorker {
  let listener: (message: WorkerMessage) => void = () => undefined;
  return {
    post: message => void runTask(message, answer => listener(answer)),
    onMessage: heard => {
      listener = heard;
    },
    onFault: () => undefined,
    terminate: () => undefined,
  };
}
