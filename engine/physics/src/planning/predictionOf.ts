import type { Estimate } from '../quantities/estimate.js';
import type { Becquerel, Gray } from '../quantities/quantity.js';
import { addEffect } from '../radiobiology/addEffect.js';
import { equivalentDoseIn2GyFractions } from '../radiobiology/equivalentDoseIn2GyFractions.js';
import type { ActivityPrediction, PlanRequest, RegionPrediction } from '../record/cyclePlan.js';
import { chanceAt } from './chanceAt.js';
import { courseBound } from './courseBound.js';
import type { CourseChances } from './courseChances.js';
import { cumulativeDose } from './cumulativeDose.js';
import { dosesOfCycles } from './dosesOfCycles.js';
import { medianActivity } from './medianActivity.js';
import { predictedRange } from './predictedRange.js';
import type { RegionHistory } from './regionHistory.js';

/** What an activity in each cycle to come would do, from the course and its chances, which are the same for every activity. */
export function predictionOf(
  activity: Becquerel,
  request: PlanRequest,
  course: readonly RegionHistory[],
  chances: CourseChances,
): ActivityPrediction {
  const limitRisks = chances.limits.map(activities => chanceAt(activities, activity));
  const targetChances = chances.targets.map(activities => chanceAt(activities, activity));
  return {
    activity,
    predictions: course.map(region => predictRegion(region, activity, request, limitRisks, targetChances)),
    jointRisk: chances.jointLimits && chanceAt(chances.jointLimits, activity),
    jointTarget: chances.jointTargets && chanceAt(chances.jointTargets, activity),
    limitRisks,
    targetChances,
  };
}

function predictRegion(
  region: RegionHistory,
  activity: Becquerel,
  request: PlanRequest,
  limitRisks: readonly number[],
  targetChances: readonly number[],
): RegionPrediction {
  const { effectPerGray, deliveredBed, alphaBetaGy } = region;
  const doses = dosesOfCycles(region, activity, request.cycle, request.cyclesLeft);
  const [absorbedDose = region.delivered] = doses;
  const cumulative = cumulativeDose(region.delivered, doses);
  const beds = effectPerGray === null ? null : doses.map(dose => addEffect(dose, effectPerGray));
  const cumulativeBed: Estimate<Gray> | null = beds && deliveredBed ? cumulativeDose(deliveredBed, beds) : null;
  const limit = tightest(request, region);
  const target = request.targets.findIndex(entry => entry.region === region.name);
  return {
    name: region.name,
    absorbedDose,
    bed: beds?.[0] ?? null,
    cumulative,
    cumulativeBed,
    limit: request.limits[limit] ?? null,
    target: request.targets[target] ?? null,
    probabilityOverLimit: limitRisks[limit] ?? null,
    probabilityReachesTarget: targetChances[target] ?? null,
    cumulativeEqd2: cumulativeBed && alphaBetaGy !== null ? equivalentDoseIn2GyFractions(cumulativeBed, alphaBetaGy) : null,
    rangeOfCycle: predictedRange(absorbedDose),
    rangeOfCourse: predictedRange(cumulative),
    basis: region.basis,
  };
}

/** Place in the request of the limit of a region that allows the least activity by its median; -1 without limits. */
function tightest({ limits, cycle, cyclesLeft }: PlanRequest, region: RegionHistory): number {
  const allowed = (index: number): number => {
    const limit = limits[index];
    return limit ? medianActivity(courseBound(limit, [region]), cycle, cyclesLeft) : Infinity;
  };
  return limits.reduce((least, { region: name }, index) => (name === region.name && allowed(index) < allowed(least) ? index : least), -1);
}
