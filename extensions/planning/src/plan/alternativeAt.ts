import type { Becquerel, CyclePlan, PlanAlternative } from '@graywise/physics';
import { alternativesOf } from './alternativesOf.js';

/** A field shows whole MBq; what nobody could measure apart is the same activity. */
const SAME_BQ = 0.5e6;

/** The alternative that has an activity; null for one of the practitioner's own. */
export function alternativeAt(plan: CyclePlan, activity: Becquerel): PlanAlternative | null {
  return alternativesOf(plan).find(one => Math.abs(one.activity - activity) < SAME_BQ) ?? null;
}
