import { useCourse } from '@graywise/extension-core';
import { useEffect } from 'react';
import { initialRequest } from './initialRequest.js';
import { verifiedCycles } from './verifiedCycles.js';

/** Asks for a first suggestion as soon as the course is open: that of the stored plan, or under the usual limits. */
export function usePlanStart(): void {
  const { state, course } = useCourse();
  const { planning, overview, running } = state;
  useEffect(() => {
    const history = verifiedCycles(overview);
    if (history.length === 0 || planning.request || running) return;
    void course.actions.suggestPlan(planning.signed?.request ?? initialRequest(history));
  }, [overview, planning.request, planning.signed, running, course]);
}
