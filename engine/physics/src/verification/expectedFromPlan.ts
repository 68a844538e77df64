import { gray, type Becquerel } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { CyclePlan } from '../record/cyclePlan.js';
import type { ExpectedDose } from './expectedDose.js';

/**
 * What a plan predicted for a region, scaled from the activity of its predictions to the administered one (rule V2). Null when the plan did not
 * predict the region.
 */
export function expectedFromPlan(plan: CyclePlan, region: string, administered: Becquerel): ExpectedDose | null {
  const prediction = plan.predictions.find(({ name }) => name === region);
  if (!prediction || plan.activity === 0) return null;
  return {
    basis: 'plan',
    dose: scaleEstimate(prediction.absorbedDose, administered / plan.activity, gray),
    source: `plan of cycle ${String(plan.request.cycle)}`,
    confirmed: true,
    prior: null,
  };
}
