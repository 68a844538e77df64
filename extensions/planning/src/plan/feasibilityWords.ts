import { formatNumber } from '@graywise/extension-core';
import type { ActivityBound, CourseRegion, CyclePlan, FixedActivityCycles } from '@graywise/physics';
import { labelOf } from './labelOf.js';

const megabecquerel = (activity: number): string => formatNumber(activity / 1e6, 0);

/** Which activities keep every limit, and what binds, as a sentence; where there is none, what would have to change. */
export function feasibilityWords(plan: CyclePlan, regions: readonly CourseRegion[]): string {
  const binding = bindingWords(plan, regions);
  if (!plan.feasibleWindow) {
    if (plan.infeasibility) return plan.infeasibility.sentence;
    return `No activity keeps every limit and reaches every target: ${binding} binds. Raise the limit or the risk accepted, lower the target, or plan fewer cycles.`;
  }
  const [low, high] = plan.feasibleWindow;
  const range = low > 0 ? `From ${megabecquerel(low)} to ${megabecquerel(high)} MBq` : `Up to ${megabecquerel(high)} MBq`;
  return `${range} ${keptWords(plan.request)}; ${binding} binds.`;
}

function keptWords({ limits, targets }: CyclePlan['request']): string {
  if (targets.length === 0) return 'every limit is kept';
  return limits.length === 0 ? 'every target is reached' : 'every limit is kept and every target reached';
}

const CAPS: Readonly<Record<string, string>> = {
  cap: 'the largest activity allowed',
  stated: 'the largest activity allowed',
  licence: 'the licence',
  stock: 'the stock',
};

function bindingWords({ binding, bounds }: CyclePlan, regions: readonly CourseRegion[]): string {
  const cap = CAPS[binding];
  if (cap !== undefined) return cap;
  const kind: ActivityBound['kind'] = bounds?.find(bound => bound.name === binding)?.kind ?? 'limit';
  return `the ${kind === 'target' ? 'target' : 'limit'} of ${labelOf(binding, regions)}`;
}

/** How many whole cycles of one activity the limits allow, as a sentence. */
export function fixedCyclesWords(
  { activity, byMedian, atRisk, inAll, binding }: FixedActivityCycles,
  regions: readonly CourseRegion[],
): string {
  const cycles = (count: number): string => `${String(count)} more cycle${count === 1 ? '' : 's'}`;
  const risk = atRisk === null ? '' : `, ${String(atRisk)} at the risk accepted`;
  return `${megabecquerel(activity)} MBq each time: ${cycles(byMedian)} by medians (${String(inAll)} in all)${risk}. ${labelOf(binding, regions)} ends it.`;
}
