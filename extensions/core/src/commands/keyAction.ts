import { stepIndex } from '../state/stepIndex.js';
import { STEPS } from '../state/steps.js';
import { currentCycle } from '../state/currentCycle.js';
import type { CourseService } from '../state/courseService.js';

/**
 * What a key does in the mode Verify cycle: 1 to 7 the steps, left and right the time points, R run, Enter accept; null for any other key.
 */
export function keyAction(key: string, { actions, getSnapshot }: Pick<CourseService, 'actions' | 'getSnapshot'>): (() => void) | null {
  const state = getSnapshot();
  const numbered = /^[1-7]$/.test(key) ? STEPS[Number(key) - 1] : undefined;
  if (numbered) return () => actions.showStep(numbered.step);
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const last = Math.max(1, currentCycle(state)?.scans.length ?? 1);
    const wanted = state.timePoint + (key === 'ArrowLeft' ? -1 : 1);
    return () => actions.selectTimePoint(Math.min(last, Math.max(1, wanted)));
  }
  if (key === 'r' || key === 'R') return () => void actions.runToNextDecision();
  if (key === 'Enter' && stepIndex(state.step) < STEPS.length - 1) return () => void actions.acceptAndContinue();
  return null;
}
