import { monteCarloEngine, type TaskRunner } from '@graywise/kernels';
import type { DoseEngineName, DoseRequest, DoseResult } from '@graywise/physics';
import { report, type StageTools } from '../stages/stageTools.js';

/** Runs a dose engine in the workers; its progress is most of the step's. */
export function doseWith(engine: DoseEngineName, request: DoseRequest, tools: StageTools): Promise<DoseResult> {
  const { pool, signal } = tools;
  const onProgress = (fraction: number, label: string): void => report(tools, 'dose', 0.1 + 0.8 * fraction, label);
  if (engine !== 'monteCarlo') return pool.run('dose', { engine, request }, { signal, onProgress });
  const runInWorkers: TaskRunner = tasks =>
    Promise.all(tasks.map(({ patient, ...task }) => pool.run('transport', task, { signal, kept: { key: patient.key, value: patient } })));
  return monteCarloEngine(runInWorkers).compute(request, onProgress);
}
