import { GraywiseError, type Step } from '@graywise/physics';
import type { Decision, SingleScanOption, StepOutcome } from './courseEngine.js';

/** What may be chosen for a region that one scan sees. */
type OptionsFor = (region: string) => readonly SingleScanOption[];

/**
 * A refusal as the outcome of its step: a question where a person's answer takes the step on. Faults of ours and cancellations are thrown on.
 */
export function refusalOf(step: Step, fault: unknown, optionsFor: OptionsFor): StepOutcome {
  if (!(fault instanceof GraywiseError) || fault.code === 'GW_CANCELLED') throw fault;
  const { code, message, hint } = fault;
  const decisions = decisionsFor(fault, optionsFor);
  return {
    step,
    status: decisions.length > 0 ? 'needs a decision' : 'refused',
    headline: decisions.length > 0 ? 'one scan' : 'cannot go on',
    did: message,
    assumptions: [],
    warnings: [],
    decisions,
    refusal: { code, message, hint },
    known: {},
  };
}

function decisionsFor({ code, details }: GraywiseError, optionsFor: OptionsFor): Decision[] {
  const region = details['region'];
  if (code !== 'GW_TOO_FEW_TIME_POINTS' || typeof region !== 'string') return [];
  const question = `One scan sees ${String(details['where'])}. Whose effective half-life does its curve follow, and why?`;
  return [{ kind: 'state half-life', subject: region, question, options: optionsFor(region) }];
}
