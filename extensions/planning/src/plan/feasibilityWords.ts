import { formatNumber } from '@graywise/extension-core';
import type { CyclePlan, CycleVerification } from '@graywise/physics';
import { labelOf } from './labelOf.js';

/** Which activities keep every limit, and what binds, as a sentence. */
export function feasibilityWords(plan: CyclePlan, regions: CycleVerification['regions']): string {
  const binding = plan.binding === 'cap' ? 'the largest activity allowed' : `the limit of ${labelOf(plan.binding, regions)}`;
  const megabecquerel = (activity: number): string => formatNumber(activity / 1e6, 0);
  if (!plan.feasibleWindow)
    return `No activity keeps every limit and reaches every target: ${binding} binds. Raise the limit or the risk accepted, lower the target, or plan fewer cycles.`;
  const [low, high] = plan.feasibleWindow;
  return `From ${megabecquerel(low)} to ${megabecquerel(high)} MBq every limit is kept and every target reached; ${binding} binds.`;
}
