import { createEngineClient } from '@graywise/course';
import type { EngineClient } from './actions/courseContext.js';
import type { Host } from './host/host.js';

/** More workers than this need more memory than they save time: each registers a pair of scans. */
const MOST_WORKERS = 2;

/**
 * Starts the engine in a worker of its own, so that the page stays alive while it computes.
 *
 * The registration pipelines are read from `graywise.pipelinesBaseUrl` of the viewer's app-config, by default from `/plugins/pipelines`.
 */
export function openEngine(host: Host): EngineClient {
  const configured = (host.appConfig['graywise'] as { pipelinesBaseUrl?: string } | undefined)?.pipelinesBaseUrl ?? '/plugins/pipelines';
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  return createEngineClient(worker, {
    pipelinesBaseUrl: new URL(configured, document.baseURI).href,
    workers: Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1)),
  });
}
