import type { Step } from '@graywise/physics';
import { STEPS } from './steps.js';

/** The place of a step in the order of a verification, from 0. */
export function stepIndex(step: Step): number {
  return STEPS.findIndex(entry => entry.step === step);
}
