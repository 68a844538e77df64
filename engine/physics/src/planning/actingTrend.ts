import type { CycleTrend, PlanRequest } from '../record/cyclePlan.js';
import { usesPopulation } from './usesPopulation.js';

/**
 * The change from cycle to cycle that a request states, where it acts (rule P2): one that nobody confirmed is a suggestion, and no suggestion acts where the
 * patient's cycles are taken as they are. Null: there is to be none; undefined: nothing is stated, and what `cycleVariation` suggests may act.
 */
export function actingTrend(request: PlanRequest): CycleTrend | null | undefined {
  const { trend } = request;
  return trend?.confirmed === false && !usesPopulation(request) ? null : trend;
}
