import type { Refusal } from '@graywise/course';
import { GraywiseError } from '@graywise/physics';

/** A fault as people read it. What is not a GraywiseError is our own fault, and is said to be. */
export function toRefusal(fault: unknown): Refusal {
  if (fault instanceof GraywiseError) return { code: fault.code, message: fault.message, hint: fault.hint };
  const message = fault instanceof Error ? fault.message : String(fault);
  return { code: 'Fault of Graywise', message, hint: 'Nothing was stored. Run it again; if it comes back, report it with this text.' };
}
