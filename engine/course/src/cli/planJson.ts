import type { ActivityBound, ActivityPrediction, CyclePlan, FixedActivityCycles, RegionPrediction } from '@graywise/physics';
import { quantityJson } from './quantityJson.js';

const MEGABECQUEREL = 1e6;

/** A plan as one JSON document; every key carries its unit. `files`: what was stored of it. */
export function planJson(plan: CyclePlan, files: readonly string[] = []): object {
  return {
    cycle: plan.request.cycle,
    cyclesLeft: plan.request.cyclesLeft,
    cyclesSource: plan.request.cyclesSource ?? null,
    activity_MBq: plan.activity / MEGABECQUEREL,
    unrounded: plan.unrounded ? predictedJson(plan.unrounded) : null,
    binding: plan.binding,
    feasibleWindow_MBq: plan.feasibleWindow?.map(activity => activity / MEGABECQUEREL) ?? null,
    infeasibility: infeasibilityJson(plan),
    riskAccepted: plan.request.riskAccepted,
    jointRisk: plan.jointRisk ?? null,
    jointTarget: plan.jointTarget ?? null,
    bounds: (plan.bounds ?? []).map(boundJson),
    predictions: plan.predictions.map(predictionJson),
    alternatives: plan.alternatives.map(
      ({ title, kind, source, confirmed, activity, cycles, predictions, jointRisk, jointTarget, limitRisks, targetChances }) => ({
        title,
        kind,
        source,
        confirmed,
        activity_MBq: activity / MEGABECQUEREL,
        cycles,
        jointRisk,
        jointTarget,
        limitRisks,
        targetChances,
        predictions: predictions.map(predictionJson),
      }),
    ),
    fixedActivityCycles: (plan.fixedActivityCycles ?? []).map(fixedJson),
    level: plan.level,
    levels: plan.levels ?? null,
    chosen: chosenJson(plan),
    reason: plan.reason,
    priors: plan.priors ?? [],
    trendsSeen: plan.trendsSeen ?? [],
    protocol: plan.request.protocol ?? null,
    protocolFindings: plan.protocolFindings ?? [],
    assumptions: plan.assumptions,
    warnings: plan.warnings.map(({ code, message }) => ({ code, message })),
    files,
    statement: 'A suggestion for review by a medical physics expert; the practitioner prescribes.',
  };
}

function predictedJson({ activity, predictions, jointRisk, jointTarget }: ActivityPrediction): object {
  return { activity_MBq: activity / MEGABECQUEREL, jointRisk, jointTarget, predictions: predictions.map(predictionJson) };
}

function infeasibilityJson({ infeasibility }: CyclePlan): object | null {
  if (!infeasibility) return null;
  const { binding, neededActivity, allowedActivity, cyclesLeft, risk, limits, sentence } = infeasibility;
  return {
    binding,
    needed_MBq: neededActivity / MEGABECQUEREL,
    allowed_MBq: allowedActivity / MEGABECQUEREL,
    cyclesLeft,
    risk,
    limits: limits.map(({ region, quantity, from, to }) => ({ region, quantity, from_Gy: from, to_Gy: to })),
    sentence,
  };
}

function boundJson({ kind, name, text, byMedian, atProbability, probability }: ActivityBound): object {
  return { kind, name, text, byMedian_MBq: byMedian / MEGABECQUEREL, atProbability_MBq: atProbability / MEGABECQUEREL, probability };
}

function fixedJson({ activity, byMedian, atRisk, inAll, binding }: FixedActivityCycles): object {
  return { activity_MBq: activity / MEGABECQUEREL, furtherCycles: byMedian, furtherCyclesAtRisk: atRisk, cyclesInAll: inAll, binding };
}

function chosenJson({ chosen }: CyclePlan): object | null {
  if (!chosen) return null;
  const { title, activity, reason, jointRisk, jointTarget, level, override, predictions } = chosen;
  return {
    title,
    activity_MBq: activity / MEGABECQUEREL,
    reason,
    jointRisk,
    jointTarget,
    level: level.level,
    levelReason: level.reason,
    override,
    predictions: predictions.map(predictionJson),
  };
}

function predictionJson(prediction: RegionPrediction): object {
  return {
    name: prediction.name,
    absorbedDose_Gy: quantityJson(prediction.absorbedDose, 1),
    interval50_Gy: prediction.rangeOfCycle?.interval50 ?? null,
    bed_Gy: prediction.bed ? quantityJson(prediction.bed, 1) : null,
    cumulative_Gy: quantityJson(prediction.cumulative, 1),
    cumulativeInterval50_Gy: prediction.rangeOfCourse?.interval50 ?? null,
    cumulativeBed_Gy: prediction.cumulativeBed ? quantityJson(prediction.cumulativeBed, 1) : null,
    cumulativeEqd2_Gy: prediction.cumulativeEqd2 ? quantityJson(prediction.cumulativeEqd2, 1) : null,
    limit_Gy: prediction.limit ? prediction.limit.value : null,
    limitQuantity: prediction.limit?.quantity ?? null,
    target_Gy: prediction.target ? prediction.target.value : null,
    probabilityOverLimit: prediction.probabilityOverLimit,
    probabilityReachesTarget: prediction.probabilityReachesTarget,
    basis: prediction.basis ?? null,
  };
}
