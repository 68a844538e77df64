import type { FixedActivityCycles } from '../record/cyclePlan.js';
import { activityWords } from './activityWords.js';

/** "5 further cycles of 7400 MBq by the medians, 4 at the risk accepted; kidneys stop it". */
export function fixedCyclesWords({ activity, byMedian, atRisk, inAll, binding }: FixedActivityCycles): string {
  const risk = atRisk === null ? '' : `, ${String(atRisk)} at the risk accepted`;
  return `${String(byMedian)} further cycles of ${activityWords(activity)} keep every limit by their medians${risk}, ${String(inAll)} in all; ${binding} decides.`;
}
