import { Worker } from 'node:worker_threads';
import type { TaskWorker, WorkerMessage } from './messages.js';

/** A task worker on a thread of Node. */
export function createNodeWorker(): TaskWorker {
  const worker = new Worker(new URL('../tasks/taskWorker.node.js', import.meta.url));
  return {
    post: message => worker.postMessage(message),
    onMessage: listener => void worker.on('message', (message: WorkerMessage) => listener(message)),
    onFault: listener => void worker.on('error', fault => listener(String(fault))),
    terminate: () => void worker.terminate(),
  };
}
