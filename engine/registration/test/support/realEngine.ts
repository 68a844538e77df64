import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** What a run answered: a result or an error, and the progress it reported. */
export interface Answer<T> {
  readonly result?: T;
  readonly error?: { readonly name: string; readonly code?: string; readonly message: string };
  readonly progress: readonly (readonly [number, string])[];
}

interface Order {
  readonly run: 'register' | 'resampleToGrid' | 'elastix' | 'goldenPair';
  readonly request: object;
  /** Volumes of the request that are handed over as a view into a larger buffer, or as integers. */
  readonly disguise?: Readonly<Record<string, 'view' | 'int16'>>;
  /** Aborts the run when this many progress reports have come. */
  readonly cancelAfter?: number;
}

/** A Node process that runs the real pipelines from the sources; ask one thing at a time. */
export class RealEngine {
  readonly #process: ChildProcess = fork(join(__dirname, 'realRuns.mjs'), {
    serialization: 'advanced',
    execArgv: ['--conditions=@graywise/source', '--disable-warning=ExperimentalWarning', '--import', join(__dirname, 'sourceHooks.mjs')],
  });

  ask<T>(order: Order): Promise<Answer<T>> {
    return new Promise((resolve, reject) => {
      const settle = (message: unknown): void => {
        if (typeof message === 'object' && message !== null && 'progressed' in message) {
          this.#process.send({ run: 'abort' });
          return;
        }
        this.#process.off('message', settle).off('exit', fail);
        resolve(message as Answer<T>);
      };
      const fail = (code: number | null): void => reject(new Error(`the process ended with ${String(code)}`));
      this.#process.on('message', settle).on('exit', fail);
      this.#process.send(order);
    });
  }

  end(): void {
    this.#process.removeAllListeners().kill();
  }
}
