import type { Becquerel, CyclePlan } from '@graywise/physics';
import { alternativesOf } from './alternativesOf.js';

/** The slider moves in steps; an activity that nobody could measure apart is the same one. */
const SAME_BQ = 0.5e6;

/** What an activity is called: the alternative that has it, or one of the practitioner's own. */
export function chosenTitle(plan: CyclePlan, activity: Becquerel): string {
  return alternativesOf(plan).find(one => Math.abs(one.activity - activity) < SAME_BQ)?.title ?? 'Own choice';
}
