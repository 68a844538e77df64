import { formatNumber } from '@graywise/extension-core';
import type { ActivityBound, CyclePlan, CycleVerification, FixedActivityCycles } from '@graywise/physics';
import { labelOf } from './labelOf.js';

const megabecquerel = (activity: number): string => formatNumber(activity / 1e6, 0);

/** Which activities keep every limit, and what binds, as a sentence; where there is none, what would have to change. */
export function feasibilityWords(plan: CyclePlan, regions: CycleVerification['regions']): string {
  const binding = bindingWords(plan, regions);
  if (!plan.feasibleWindow) {
    if (plan.infeasibility) return plan.infeasibility.sentence;
    return `No activity keeps every limit and reaches every target: ${binding} binds. Raise the limit or the risk accepted, lower the target, or plan fewer cycles.`;
  }
  const [low, high] = plan.feasibleWindow;
  return `From ${megabecquerel(low)} to ${megabecquerel(high)} MBq every limit is kept and every target reached; ${binding} binds.`;
}

const CAPS: Readonly<Record<string, string>> = {
  cap: 'the largest activity allowed',
  stated: 'the largest activity allowed',
  licence: 'the licence',
  stock: 'the stock',
};

function bindingWords({ binding, bounds }: CyclePlan, regions: CycleVerification['regions']): string {
  const cap = CAPS[binding];
  if (cap !== undefined) return cap;
  const kind: ActivityBound['kind'] = bounds?.find(bound => bound.name === binding)?.kind ?? 'limit';
  return `the ${kind === 'target' ? 'target' : 'limit'} of ${labelOf(binding, regions)}`;
}

/** How many whole cycles of one activity the limits allow, as a sentence. */
export function fixedCyclesWords(
  { activity, byMedian, atRisk, inAll, binding }: FixedActivityCycles,
  regions: CycleVerification['regions'],
): string {
  const cycles = (count: number): string => `${String(count)} more cycle${count === 1 ? '' : 's'}`;
  const risk = atRisk === null ? '' : `, ${String(atRisk)} at the risk accepted`;
  return `${megabecquerel(activity)} MBq each time: ${cycles(byMedian)} by medians (${String(inAll)} in all)${risk}. ${labelOf(binding, regions)} ends it.`;
}
