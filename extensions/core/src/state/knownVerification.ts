import type { CycleVerification } from '@graywise/physics';
import type { CourseState } from './courseState.js';
import { STEPS } from './steps.js';

/** Every part of the verification that is settled so far, later steps over earlier ones. */
export function knownVerification(state: Pick<CourseState, 'outcomes'>): Partial<CycleVerification> {
  return Object.assign({}, ...STEPS.map(({ step }) => state.outcomes[step]?.known ?? {})) as Partial<CycleVerification>;
}
