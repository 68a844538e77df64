import { GraywiseError, type Step } from '@graywise/physics';
import type { Decision, StepOutcome } from './courseEngine.js';

/** A refusal as the outcome of its step. Faults of ours and cancellations are thrown on. */
export function refusalOf(step: Step, fault: unknown): StepOutcome {
  if (!(fault instanceof GraywiseError) || fault.code === 'GW_CANCELLED') throw fault;
  const { code, message, hint } = fault;
  return {
    step,
    status: 'refused',
    headline: 'cannot go on',
    did: message,
    assumptions: [],
    warnings: [],
    decisions: decisionsFor(fault),
    refusal: { code, message, hint },
    known: {},
  };
}

function decisionsFor(fault: GraywiseError): Decision[] {
  if (fault.code !== 'GW_TOO_FEW_TIME_POINTS') return [];
  const region = String(fault.details['region'] ?? '');
  return [{ kind: 'state half-life', subject: region, question: `State the effective half-life of ${region}, with the reason for it.` }];
}
