import { combineEstimates } from '../quantities/combineEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { gray, type Becquerel, type Gray } from '../quantities/quantity.js';
import { scaleEstimate } from '../quantities/scaleEstimate.js';
import { addEffect } from '../radiobiology/addEffect.js';
import type { DoseLimit, PlanRequest, RegionPrediction } from '../record/cyclePlan.js';
import type { CycleVerification } from '../record/cycleVerification.js';
import { courseHistory, type RegionHistory } from './courseHistory.js';
import { doseBound, probabilityBeyond } from './doseBound.js';

export interface PredictionInput {
  /** Given in the cycle planned and in every cycle after it. */
  readonly activity: Becquerel;
  readonly request: PlanRequest;
  readonly history: readonly CycleVerification[];
}

/**
 * What an activity would do to every region verified so far (rules P3 to P5). Values are medians, estimates lognormal. Microseconds: made for a slider.
 * Throws GW_NO_RECORD, GW_REGION_UNKNOWN, GW_LIMIT_INVALID.
 */
export function predictDoses({ activity, request, history }: PredictionInput): RegionPrediction[] {
  return courseHistory(request, history).map(region => predictRegion(region, activity, request));
}

function predictRegion(region: RegionHistory, activity: Becquerel, request: PlanRequest): RegionPrediction {
  const absorbedDose = scaleEstimate(region.perActivity, activity, gray);
  const bed = region.effectPerGray === null ? null : addEffect(absorbedDose, region.effectPerGray);
  const limit = tightest(request, region);
  const target = request.targets.find(entry => entry.region === region.name) ?? null;
  return {
    name: region.name,
    absorbedDose,
    bed,
    cumulative: cumulate(region.delivered, absorbedDose, request.cyclesLeft),
    cumulativeBed: bed && region.deliveredBed ? cumulate(region.deliveredBed, bed, request.cyclesLeft) : null,
    limit,
    target,
    probabilityOverLimit: limit ? probabilityBeyond(doseBound(limit, region, request.cyclesLeft), activity) : null,
    probabilityReachesTarget: target ? probabilityBeyond(doseBound(target, region, request.cyclesLeft), activity) : null,
  };
}

function cumulate(delivered: Estimate<Gray>, perCycle: Estimate<Gray>, cycles: number): Estimate<Gray> {
  return combineEstimates(gray(delivered.value + cycles * perCycle.value), [
    { estimate: delivered, sensitivity: 1 },
    { estimate: perCycle, sensitivity: cycles },
  ]);
}

/** The limit of a region that allows the least activity; null without limits. */
function tightest(request: PlanRequest, region: RegionHistory): DoseLimit | null {
  const allowed = (limit: DoseLimit): number => doseBound(limit, region, request.cyclesLeft).medianActivity;
  const [first, ...others] = request.limits.filter(limit => limit.region === region.name);
  return first ? others.reduce((least, limit) => (allowed(limit) < allowed(least) ? limit : least), first) : null;
}
