import { useCourse } from '@graywise/extension-core';
import { useEffect } from 'react';
import { initialRequest } from './initialRequest.js';
import { verifiedCycles } from './verifiedCycles.js';

/**
 * Asks for a first suggestion as soon as the course is open: that of the stored plan, or under the limits of the protocol. Before the first verified cycle
 * the population is all there is; it needs to be known what will be given.
 */
export function usePlanStart(): void {
  const { state, course } = useCourse();
  const { planning, overview, running, cycle } = state;
  useEffect(() => {
    if (!overview || planning.request || running) return;
    const history = verifiedCycles(overview);
    const radiopharmaceutical = history.at(-1)?.radiopharmaceutical ?? overview.cycles[0]?.radiopharmaceutical ?? '';
    if (history.length === 0 && radiopharmaceutical === '') return;
    const planned = planning.signed && planning.signed.request.cycle > (history.at(-1)?.cycle ?? 0) ? planning.signed.request : null;
    const request = planned ?? initialRequest({ history, radiopharmaceutical, firstCycle: cycle, priors: overview.facts.priors ?? [] });
    void course.actions.suggestPlan(request);
  }, [overview, planning.request, planning.signed, running, cycle, course]);
}
