import type { ActivityPrediction, PlanRequest } from '@graywise/physics';
import { labelOf } from './labelOf.js';
import { quantityWords } from './quantityWords.js';

/** A risk above the accepted one, which only a person can take. */
export interface RiskTaken {
  /** That any limit is passed, 0 to 1. */
  readonly risk: number;
  /** The limits that are more likely to be passed than was accepted, such as "kidneys: 23 Gy". */
  readonly limits: readonly string[];
}

/** By medians a limit is passed when that is more likely than not. */
const BY_MEDIAN = 0.5;

/** Whether an activity takes a risk above the accepted one, and with which limits; null when it does not. */
export function riskTaken(request: PlanRequest, prediction: ActivityPrediction): RiskTaken | null {
  const accepted = request.riskAccepted ?? BY_MEDIAN;
  const above = (risk: number | null | undefined): risk is number => typeof risk === 'number' && risk > accepted * (1 + 1e-9);
  const single = request.limits.map((limit, index) => ({
    text: `${labelOf(limit.region, []).toLowerCase()}: ${quantityWords(limit.value, limit.quantity)}`,
    risk: prediction.limitRisks[index] ?? prediction.predictions.find(({ name }) => name === limit.region)?.probabilityOverLimit,
  }));
  // Jointly counts only where risks are accepted: by medians each limit is kept on its own.
  const joint = request.riskAccepted === null ? null : prediction.jointRisk;
  const passed = single.filter(({ risk }) => above(risk));
  if (passed.length === 0 && !above(joint)) return null;
  const named = passed.length > 0 ? passed : single;
  return { risk: joint ?? Math.max(...single.map(({ risk }) => risk ?? 0)), limits: named.map(({ text }) => text) };
}
