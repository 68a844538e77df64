import { gray, type Becquerel } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import type { CyclePlan } from '../record/cyclePlan.js';
import type { ExpectedDose } from './expectedDose.js';

/**
 * What a plan predicted for a region, scaled from the activity of its predictions to the administered one (rule V2). Null when the plan did not
 * predict the region. It waits for confirmation where a population value that took part does.
 */
export function expectedFromPlan(plan: CyclePlan, region: string, administered: Becquerel): ExpectedDose | null {
  const prediction = plan.predictions.find(({ name }) => name === region);
  if (!prediction || plan.activity === 0) return null;
  const priors = (plan.priors ?? []).filter(prior => prior.region === region && prior.weight > 0);
  const values = priors.map(({ id, version }) => `${id}, version ${version}`);
  return {
    basis: 'plan',
    dose: scaleEstimate(prediction.absorbedDose, administered / plan.activity, gray),
    source: [`plan of cycle ${String(plan.request.cycle)}`, ...values].join('; '),
    confirmed: priors.every(({ confirmed }) => confirmed),
    prior: null,
  };
}
