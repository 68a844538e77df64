import type { ActivityCap, PlanRequest } from '../record/cyclePlan.js';

/** Every cap of a request; the one that a person stated first. */
export function capsOf({ activityCap, caps = [] }: PlanRequest): ActivityCap[] {
  return [...(activityCap === null ? [] : [{ name: 'stated' as const, activity: activityCap, source: 'stated' }]), ...caps];
}
