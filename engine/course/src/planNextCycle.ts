import { planNextActivity, type CyclePlan, type CycleVerification, type PlanInput, type PlanRequest } from '@graywise/physics';
import { SOFTWARE } from './software.js';

/** What activity should the next cycle have, so that targets get their dose and organs at risk stay within their limits, and how likely is that? */
export function planNextCycle(
  request: PlanRequest,
  records: readonly CycleVerification[],
  known: Pick<PlanInput, 'priors' | 'plans' | 'protocol'> = {},
): CyclePlan {
  return planNextActivity({ ...known, request, history: records, software: SOFTWARE });
}
