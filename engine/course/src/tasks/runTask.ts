import { GraywiseError } from '@graywise/physics';
import { register, resampleToGrid } from '@graywise/registration';
import type { TaskMessage, WorkerMessage } from '../pool/messages.js';

/** Runs one task inside a worker and reports through `post`. Never throws: refusals and faults are messages too. */
export async function runTask(message: TaskMessage, post: (message: WorkerMessage) => void): Promise<void> {
  const { id } = message;
  const onProgress = (fraction: number, label: string): void => {
    post({ id, kind: 'progress', fraction, label });
  };
  try {
    const output =
      message.task === 'register'
        ? await register({ ...message.input, onProgress })
        : await resampleToGrid({ ...message.input, onProgress });
    post({ id, kind: 'result', output });
  } catch (fault) {
    if (fault instanceof GraywiseError) post({ id, kind: 'refusal', code: fault.code, details: fault.details });
    else post({ id, kind: 'fault', message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
  }
}
