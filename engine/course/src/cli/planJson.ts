import type { CyclePlan, RegionPrediction } from '@graywise/physics';
import { quantityJson } from './quantityJson.js';

const MEGABECQUEREL = 1e6;

/** A plan as one JSON document; every key carries its unit. */
export function planJson(plan: CyclePlan): object {
  return {
    cycle: plan.request.cycle,
    cyclesLeft: plan.request.cyclesLeft,
    activity_MBq: plan.activity / MEGABECQUEREL,
    binding: plan.binding,
    feasibleWindow_MBq: plan.feasibleWindow?.map(activity => activity / MEGABECQUEREL) ?? null,
    predictions: plan.predictions.map(predictionJson),
    alternatives: plan.alternatives.map(({ title, activity, predictions }) => ({
      title,
      activity_MBq: activity / MEGABECQUEREL,
      predictions: predictions.map(predictionJson),
    })),
    level: plan.level,
    reason: plan.reason,
    assumptions: plan.assumptions,
    warnings: plan.warnings.map(({ code, message }) => ({ code, message })),
    statement: 'A suggestion for review by a medical physics expert; the practitioner prescribes.',
  };
}

function predictionJson(prediction: RegionPrediction): object {
  return {
    name: prediction.name,
    absorbedDose_Gy: quantityJson(prediction.absorbedDose, 1),
    bed_Gy: prediction.bed ? quantityJson(prediction.bed, 1) : null,
    cumulative_Gy: quantityJson(prediction.cumulative, 1),
    cumulativeBed_Gy: prediction.cumulativeBed ? quantityJson(prediction.cumulativeBed, 1) : null,
    limit_Gy: prediction.limit ? prediction.limit.value : null,
    target_Gy: prediction.target ? prediction.target.value : null,
    probabilityOverLimit: prediction.probabilityOverLimit,
    probabilityReachesTarget: prediction.probabilityReachesTarget,
  };
}
