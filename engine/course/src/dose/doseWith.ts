import { monteCarloEngine } from '@graywise/kernels';
import type { DoseEngineName, DoseRequest, DoseResult } from '@graywise/physics';
import { report, type StageTools } from '../stages/stageTools.js';

/** Runs a dose engine in the workers; its progress is most of the step's. */
export function doseWith(engine: DoseEngineName, request: DoseRequest, tools: StageTools): Promise<DoseResult> {
  const { pool, signal } = tools;
  const onProgress = (fraction: number, label: string): void => report(tools, 'dose', 0.1 + 0.8 * fraction, label);
  if (engine !== 'monteCarlo') return pool.run('dose', { engine, request }, { signal, onProgress });
  return monteCarloEngine(tasks => Promise.all(tasks.map(task => pool.run('transport', task, { signal })))).compute(request, onProgress);
}
