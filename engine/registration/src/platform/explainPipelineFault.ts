import { GraywiseError } from '@graywise/physics';

/**
 * Turns what a pipeline throws into a refusal by code.
 *
 * A C++ exception inside WebAssembly arrives as a bare number, the address of the exception on a heap that is gone: it says nothing, and differs
 * from run to run, so it is not shown. Faults of our own code pass unchanged.
 */
export function explainPipelineFault(fault: unknown, where: string): unknown {
  if (typeof fault === 'number')
    return new GraywiseError('GW_NOT_REGISTRABLE', { where, found: 'the registration library stopped without a reason' });
  if (fault instanceof WebAssembly.RuntimeError) {
    return new GraywiseError('GW_NOT_REGISTRABLE', {
      where,
      found: `the registration library ran out of memory or failed (${fault.message})`,
    });
  }
  return fault;
}
