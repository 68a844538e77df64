import { runTransportTask } from '@graywise/kernels';
import { GraywiseError } from '@graywise/physics';
import { register, resampleToGrid } from '@graywise/registration';
import { ONE_PIECE_ENGINES } from '../dose/doseEngines.js';
import type { TaskMessage, WorkerMessage } from '../pool/messages.js';

/** Runs one task inside a worker and reports through `post`. Never throws: refusals and faults are messages too. */
export async function runTask(message: TaskMessage, post: (message: WorkerMessage) => void): Promise<void> {
  const { id } = message;
  const onProgress = (fraction: number, label: string): void => {
    post({ id, kind: 'progress', fraction, label });
  };
  try {
    const output = await outputOf(message, onProgress);
    post({ id, kind: 'result', output });
  } catch (fault) {
    if (fault instanceof GraywiseError) post({ id, kind: 'refusal', code: fault.code, details: fault.details });
    else post({ id, kind: 'fault', message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
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
      return runTransportTask(message.input);
  }
}
