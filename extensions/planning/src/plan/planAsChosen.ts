import type { ActivityPrediction, CyclePlan, PlanChoice } from '@graywise/physics';

/** What a practitioner took. */
export type Taken = Pick<PlanChoice, 'title' | 'reason' | 'override'> & { readonly prediction: ActivityPrediction };

/** The plan with what was chosen and why; the suggestion and its alternatives stand beside it. */
export function planAsChosen(plan: CyclePlan, { title, reason, override, prediction }: Taken): CyclePlan {
  const { activity, predictions, jointRisk, jointTarget } = prediction;
  const level = plan.levels?.plan ?? { level: plan.level, reason: '' };
  return {
    ...plan,
    predictions,
    chosenActivity: activity,
    reason: reason === '' ? plan.reason : reason,
    chosen: { title, activity, reason, predictions, jointRisk, jointTarget, level, override },
  };
}
