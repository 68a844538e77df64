import { TransportModule } from './TransportModule.js';
import type { TransportPatient, TransportTally, TransportTask } from './transportTask.js';

/** The patient that was asked for last, as this thread received it first, and an instance that holds it: tasks of one patient follow each other. */
let current: { readonly patient: TransportPatient; readonly module: TransportModule } | null = null;

/** Runs one task on this thread. Pure: the tally follows from the task alone, bit for bit, wherever it runs. */
export async function runTransportTask({ patient, group, ...batches }: TransportTask): Promise<TransportTally> {
  if (current?.patient.key !== patient.key) current = { patient, module: await TransportModule.start(patient.grid) };
  const sources = current.patient.groups[group];
  if (!sources) throw new RangeError(`There is no group ${String(group)} of sources.`);
  return current.module.runBatches(sources, batches);
}
