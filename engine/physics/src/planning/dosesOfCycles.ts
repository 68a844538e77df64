import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { makeEstimate } from '../quantities/makeEstimate.js';
import { gray, type Becquerel, type Gray } from '../quantities/quantity.js';
import { cycleKey } from './cycleKey.js';
import type { RegionHistory } from './regionHistory.js';

/**
 * What an activity in each of `cycles` cycles, from cycle `first` on, would give a region: lognormal, its value the median. The patient's dose per
 * activity is common to them; each has a deviation of its own (rule P2), so that their sum is less uncertain than each.
 */
export function dosesOfCycles(region: RegionHistory, activity: Becquerel, first: number, cycles: number): Estimate<Gray>[] {
  return Array.from({ length: cycles }, (_, index) => {
    const perActivity = region.perActivityIn(first + index);
    const median = gray(activity * perActivity.value);
    const own = makeEstimate(1, [
      { source: 'between-cycle variation', key: cycleKey(region.family, first + index), standardUncertainty: region.betweenCycle },
    ]);
    const dose = combineEstimates(median, [
      { estimate: perActivity, sensitivity: activity },
      { estimate: own, sensitivity: median },
    ]);
    return { ...dose, distribution: 'lognormal' as const };
  });
}
