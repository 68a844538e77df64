import type { TaskWorker, WorkerMessage } from './messages.js';

/**
 * A task worker of the browser.
 *
 * @param pipelinesBaseUrl - absolute address of the folder that serves the registration pipelines
 */
export function createBrowserWorker(pipelinesBaseUrl: string): TaskWorker {
  const worker = new Worker(new URL('../tasks/taskWorker.browser.js', import.meta.url), { type: 'module' });
  worker.postMessage({ pipelinesBaseUrl });
  return {
    post: message => worker.postMessage(message),
    onMessage: listener => worker.addEventListener('message', (event: MessageEvent<WorkerMessage>) => listener(event.data)),
    onFault: listener => worker.addEventListener('error', event => listener(event.message)),
    terminate: () => worker.terminate(),
  };
}
