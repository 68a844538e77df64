import { stepIndex, STEPS, type CourseState } from '@graywise/extension-core';
import type { Step } from '@graywise/physics';

/** How a step stands: amber where something was assumed or warned of, red only where it cannot go on. */
export type StepStatus = 'running' | 'done' | 'assumed' | 'warned' | 'decision' | 'red' | 'now' | 'waiting';

export const STATUS_WORDS: Readonly<Record<StepStatus, string>> = {
  running: 'running',
  done: '✓ done',
  assumed: '✓ assumed',
  warned: '⚠ done',
  decision: '? decide',
  red: '✕ stopped',
  now: 'now',
  waiting: '',
};

export function stepStatus(state: Pick<CourseState, 'outcomes' | 'running'>, step: Step): StepStatus {
  if (state.running?.step === step) return 'running';
  const outcome = state.outcomes[step];
  if (outcome?.status === 'refused') return 'red';
  if (outcome?.status === 'needs a decision') return 'decision';
  if (outcome) return outcome.warnings.length > 0 ? 'warned' : outcome.assumptions.length > 0 ? 'assumed' : 'done';
  const before = STEPS[stepIndex(step) - 1];
  return !before || state.outcomes[before.step]?.status === 'done' ? 'now' : 'waiting';
}
