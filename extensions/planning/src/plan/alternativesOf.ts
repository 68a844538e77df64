import type { CyclePlan, PlanAlternative } from '@graywise/physics';

export const SUGGESTED_TITLE = 'Suggested';

/** What a practitioner picks from: the suggestion first, then everything else it is compared with. */
export function alternativesOf(plan: CyclePlan): readonly PlanAlternative[] {
  const { activity, predictions, jointRisk, jointTarget } = plan;
  const suggested: PlanAlternative = {
    title: SUGGESTED_TITLE,
    activity,
    predictions,
    cycles: plan.request.cyclesLeft,
    ...(jointRisk !== undefined && { jointRisk }),
    ...(jointTarget !== undefined && { jointTarget }),
  };
  return [suggested, ...plan.alternatives.filter(one => one.activity !== activity)];
}
