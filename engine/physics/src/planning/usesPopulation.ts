import type { PlanRequest } from '../record/cyclePlan.js';

/** The plain rule of medians takes the patient's cycles as they are; a plan at a stated risk, and one before the first cycle, reckons with the population (rule P2). */
export function usesPopulation({ basis, riskAccepted, cycle }: PlanRequest): boolean {
  return cycle === 1 || (basis === undefined ? riskAccepted !== null : basis === 'population and patient');
}
