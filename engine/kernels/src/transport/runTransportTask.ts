import { TransportModule } from './TransportModule.js';
import type { TransportGrid } from './transportGrid.js';
import type { TransportTally, TransportTask } from './transportTask.js';

/** The instance of the patient that was asked for last: tasks of one patient follow each other. */
let current: { readonly grid: TransportGrid; readonly module: TransportModule } | null = null;

/** Runs one task on this thread. Pure: the tally follows from the task alone, bit for bit, wherever it runs. */
export async function runTransportTask(task: TransportTask): Promise<TransportTally> {
  if (current?.grid !== task.grid) current = { grid: task.grid, module: await TransportModule.start(task.grid) };
  return current.module.runBatches(task);
}
