import { runTransportTask, type TransportPatient, type TransportTally } from '@graywise/kernels';
import { GraywiseError } from '@graywise/physics';
import { register, resampleToGrid } from '@graywise/registration';
import { ONE_PIECE_ENGINES } from '../dose/doseEngines.js';
import type { Kept, TaskMessage, WorkerMessage } from '../pool/messages.js';

/**
 * Runs one task inside a worker and reports through `post`, which may give the buffers named last away. Never throws: refusals and faults are messages too.
 */
export async function runTask(message: TaskMessage, post: (message: WorkerMessage, transfer: ArrayBuffer[]) => void): Promise<void> {
  const { id } = message;
  const onProgress = (fraction: number, label: string): void => {
    post({ id, kind: 'progress', fraction, label }, []);
  };
  try {
    const output = await outputOf(message, onProgress);
    post({ id, kind: 'result', output }, message.task === 'transport' ? buffersOf(output as TransportTally) : []);
  } catch (fault) {
    if (fault instanceof GraywiseError) post({ id, kind: 'refusal', code: fault.code, details: fault.details }, []);
    else post({ id, kind: 'fault', message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }, []);
  }
}

function outputOf(message: TaskMessage, onProgress: (fraction: number, label: string) => void): Promise<unknown> {
  switch (message.task) {
    case 'register':
      return register({ ...message.input, onProgress });
    case 'resample':
      return resampleToGrid({ ...message.input, onProgress });
    case 'dose':
      return ONE_PIECE_ENGINES[message.input.engine].compute(message.input.request, onProgress);
    case 'transport':
      return runTransportTask({ patient: keptValue(message.kept) as TransportPatient, ...message.input });
  }
}

let latest: Kept | null = null;

/** What this worker was given to keep. */
function keptValue(kept: Kept | undefined): unknown {
  if (kept?.value !== undefined) latest = kept;
  if (!kept || latest?.key !== kept.key) throw new RangeError(`The worker was not given what it should keep (${String(kept?.key)}).`);
  return latest.value;
}

/** Tallies are made for the answer alone. */
function buffersOf({ sumMev, sumOfSquaresMev2 }: TransportTally): ArrayBuffer[] {
  return [sumMev.buffer, sumOfSquaresMev2.buffer] as ArrayBuffer[];
}
