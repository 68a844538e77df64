import { GraywiseError } from '@graywise/physics';
import { createCourseEngine, loadEveryPart } from '../engine/createCourseEngine.js';
import type { CourseEngine, RunOptions } from '../engine/courseEngine.js';
import { createBrowserWorker } from '../pool/browserWorker.js';
import { WorkerPool } from '../pool/WorkerPool.js';
import type { EngineAnswer, EngineMethod, EngineRequest } from './messages.js';

/** Methods whose last argument is RunOptions: the page cannot send a signal or a function, so this side makes them. */
const LONG_WORK: ReadonlySet<EngineMethod> = new Set(['importFiles', 'runStep', 'compareDose', 'compareScans', 'checkUncertainty']);

let engine: CourseEngine | null = null;
const running = new Map<number, AbortController>();

self.addEventListener('message', (event: MessageEvent<EngineRequest>) => {
  const request = event.data;
  if (request.kind === 'configure') {
    engine = createCourseEngine(new WorkerPool(() => createBrowserWorker(request.pipelinesBaseUrl), request.workers));
  } else if (request.kind === 'cancel') running.get(request.id)?.abort();
  else void answer(request.id, request.method, request.args);
});

async function answer(id: number, method: EngineMethod, args: readonly unknown[]): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const options: RunOptions = { signal: controller.signal, onProgress: progress => post({ kind: 'progress', id, progress }) };
  try {
    if (!engine) throw new Error('The engine was not configured.');
    const call = engine[method] as (...given: unknown[]) => Promise<unknown>;
    postResult(id, await call(...args, ...(LONG_WORK.has(method) ? [options] : [])));
    // What cannot be loaded now is asked for again, and refused, when it is needed.
    if (method === 'importFiles') loadEveryPart().catch(() => undefined);
  } catch (fault) {
    if (fault instanceof GraywiseError) post({ kind: 'refusal', id, refusal: fault.toJSON().error, details: fault.details });
    else post({ kind: 'fault', id, message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
  } finally {
    running.delete(id);
  }
}

/** Voxels go as a copy that is handed over whole: the page then neither copies nor waits, and the engine keeps its own. */
function postResult(id: number, result: unknown): void {
  const buffers: ArrayBuffer[] = [];
  const message: EngineAnswer = { kind: 'result', id, result: withOwnArrays(result, buffers) };
  self.postMessage(message, { transfer: buffers });
}

function withOwnArrays(value: unknown, buffers: ArrayBuffer[]): unknown {
  if (value instanceof Float32Array || value instanceof Uint8Array) {
    const copy = value.slice();
    buffers.push(copy.buffer);
    return copy;
  }
  if (Array.isArray(value)) return value.map(part => withOwnArrays(part, buffers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withOwnArrays(part, buffers)]));
}

function post(message: EngineAnswer): void {
  self.postMessage(message);
}
