import { GraywiseError, type ErrorCode } from '@graywise/physics';
import type { CourseEngine, RunOptions } from '../engine/courseEngine.js';
import type { EngineAnswer, EngineMethod, EngineRequest } from './messages.js';

export interface EngineClient extends CourseEngine {
  /** Ends the worker; calls that still run are refused with GW_CANCELLED. */
  dispose(): void;
}

export interface EngineClientOptions {
  /** Absolute address of the folder that serves the registration pipelines. */
  readonly pipelinesBaseUrl: string;
  /** Workers for registrations. Results do not depend on it. */
  readonly workers: number;
}

interface Waiting {
  readonly method: EngineMethod;
  readonly resolve: (result: unknown) => void;
  readonly reject: (fault: Error) => void;
  readonly options: RunOptions | undefined;
}

/** The engine behind messages: the page stays free while a worker computes. */
export function createEngineClient(worker: Worker, { pipelinesBaseUrl, workers }: EngineClientOptions): EngineClient {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  const post = (request: EngineRequest): void => worker.postMessage(request);
  worker.addEventListener('message', (event: MessageEvent<EngineAnswer>) => receive(waiting, event.data));
  worker.addEventListener('error', event => failAll(waiting, new Error(event.message)));
  post({ kind: 'configure', pipelinesBaseUrl, workers });

  function call<T>(method: EngineMethod, args: readonly unknown[], options?: RunOptions): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { method, resolve: result => resolve(result as T), reject, options });
      const cancel = (): void => {
        post({ kind: 'cancel', id });
        if (waiting.delete(id)) reject(new GraywiseError('GW_CANCELLED', { where: method }));
      };
      options?.signal?.addEventListener('abort', cancel, { once: true });
      post({ kind: 'call', id, method, args });
    });
  }

  return {
    importFiles: (files, facts, options) => call('importFiles', [files, facts], options),
    runStep: (cycle, step, answers, options) => call('runStep', [cycle, step, answers], options),
    compareDose: (cycle, engine, criteria, options) => call('compareDose', [cycle, engine, criteria], options),
    compareScans: (cycle, timePoints, method, options) => call('compareScans', [cycle, timePoints, method], options),
    scanTimeAdvice: cycle => call('scanTimeAdvice', [cycle]),
    uncertaintyAdvice: (cycle, region) => call('uncertaintyAdvice', [cycle, region]),
    checkUncertainty: (cycle, samples, options) => call('checkUncertainty', [cycle, samples], options),
    displayVolume: (cycle, which) => call('displayVolume', [cycle, which]),
    displayRegions: cycle => call('displayRegions', [cycle]),
    recordObjects: (cycle, at, signature) => call('recordObjects', [cycle, at, signature]),
    plan: (request, protocol) => call('plan', [request, protocol]),
    predictCourse: (request, activityBecquerel) => call('predictCourse', [request, activityBecquerel]),
    choosePlan: (plan, decision) => call('choosePlan', [plan, decision]),
    planObject: (plan, at, signature) => call('planObject', [plan, at, signature]),
    factsObject: (facts, at) => call('factsObject', [facts, at]),
    dispose: () => {
      worker.terminate();
      failAll(waiting, new GraywiseError('GW_CANCELLED', { where: 'the engine' }));
    },
  };
}

function receive(waiting: Map<number, Waiting>, answer: EngineAnswer): void {
  const call = waiting.get(answer.id);
  if (!call) return;
  if (answer.kind === 'progress') {
    call.options?.onProgress?.(answer.progress);
    return;
  }
  waiting.delete(answer.id);
  if (answer.kind === 'result') call.resolve(answer.result);
  else if (answer.kind === 'refusal') call.reject(new GraywiseError(answer.refusal.code as ErrorCode, { ...answer.details }));
  else call.reject(new Error(answer.message));
}

function failAll(waiting: Map<number, Waiting>, fault: Error): void {
  for (const { reject } of waiting.values()) reject(fault);
  waiting.clear();
}
