import { GraywiseError } from '../errors/GraywiseError.js';
import type { EarlierCycle } from '../expectation/updateByCycles.js';
import { exp } from '../numerics/exp.js';
import { log } from '../numerics/log.js';
import type { PopulationPrior } from '../priors/populationPrior.js';
import { addEstimates } from '../quantities/addEstimates.js';
import type { Estimate } from '../quantities/estimate.js';
import { gray, type GrayPerBecquerel } from '../quantities/quantity.js';
import { relativeUncertainty } from '../quantities/relativeUncertainty.js';
import { biologicallyEffectiveDose } from '../radiobiology/biologicallyEffectiveDose.js';
import { lethalInteraction } from '../radiobiology/lethalInteraction.js';
import { courseRegions, type CourseRegion } from '../record/courseRegions.js';
import type { PlanRequest } from '../record/cyclePlan.js';
import type { CycleVerification } from '../record/cycleVerification.js';
import { isLesion } from './isLesion.js';
import { perActivityOf } from './perActivityOf.js';
import { populationDose } from './populationDose.js';
import { populationHistory } from './populationHistory.js';
import { radiobiologyOf } from './radiobiologyOf.js';
import { regionFamily } from './regionFamily.js';
import type { RegionHistory } from './regionHistory.js';
import { usesPopulation } from './usesPopulation.js';
import { variationOf } from './variationOf.js';

/**
 * The course so far, by region, from the verifications of all cycles before the one planned (rule P1). Of several verifications of one cycle the last
 * in the list counts. Regions measured without images count as those drawn. Regions that were not verified in every cycle are left out, unless a limit or a target names them. Before the first cycle the
 * population stands alone. A limit that allows it rests on the population where its region was never verified.
 *
 * Throws GW_NO_RECORD for a cycle without verification (before the first one: when no radiopharmaceutical is stated), GW_COURSE_MIXED when the cycles
 * differ in their radionuclide, GW_REGION_UNKNOWN when a limit or target names a region that some cycle lacks.
 */
export function courseHistory(
  request: PlanRequest,
  history: readonly CycleVerification[],
  priors: readonly PopulationPrior[] = [],
): RegionHistory[] {
  const cycles = Array.from({ length: request.cycle - 1 }, (_, index) => verificationOf(index + 1, history));
  const last = cycles.at(-1);
  if (!last) return populationHistory(request, priors);
  const other = cycles.find(({ nuclide }) => nuclide !== last.nuclide);
  if (other) throw new GraywiseError('GW_COURSE_MIXED', { expected: last.nuclide, cycle: other.cycle, found: other.nuclide });
  const everywhere = courseRegions(last).filter(({ name, absorbedDosePerActivity }) =>
    cycles.every(
      cycle =>
        absorbedDosePerActivity.value > 0 && courseRegions(cycle).some(region => region.name === name && region.absorbedDose.value > 0),
    ),
  );
  const known = everywhere.map(({ name }) => name);
  const stood = request.limits
    .filter(({ region, populationAllowed }) => populationAllowed === true && !known.includes(region))
    .flatMap(({ region }) => populationRegion(region, request, cycles, priors));
  assertKnown(request, [...known, ...stood.map(({ name }) => name)]);
  return [...everywhere.map(region => regionHistory(region, cycles, request, priors)), ...stood];
}

function verificationOf(cycle: number, history: readonly CycleVerification[]): CycleVerification {
  const found = history.findLast(verification => verification.cycle === cycle);
  if (!found) throw new GraywiseError('GW_NO_RECORD', { cycle });
  return found;
}

function assertKnown({ limits, targets }: PlanRequest, known: readonly string[]): void {
  const isKnown = (region: string): boolean =>
    region === 'worst-lesion' || region === 'mean-lesion' ? known.some(isLesion) : known.includes(region);
  for (const { region } of [...limits, ...targets])
    if (!isKnown(region)) throw new GraywiseError('GW_REGION_UNKNOWN', { expected: region, found: known.join(', ') });
}

function regionHistory(
  last: CourseRegion,
  cycles: readonly CycleVerification[],
  request: PlanRequest,
  priors: readonly PopulationPrior[],
): RegionHistory {
  const results = cycles.flatMap(cycle => courseRegions(cycle).filter(({ name }) => name === last.name));
  const measured = cycles.flatMap(cycle =>
    courseRegions(cycle)
      .filter(({ name }) => name === last.name)
      .map(region => ({ cycle: cycle.cycle, value: region.absorbedDosePerActivity })),
  );
  const prior = usesPopulation(request) ? populationDose(last.name, cycles.at(-1)?.radiopharmaceutical ?? '', priors) : null;
  const variation = variationOf(last.name, request);
  const perActivityIn = perActivityOf({ region: last.name, measured, prior: prior?.estimate ?? null, variation });
  const model = radiobiologyOf(last.name, request, last);
  return {
    name: last.name,
    label: last.label,
    delivered: addEstimates(
      results.map(({ absorbedDose }) => absorbedDose),
      gray,
    ),
    deliveredBed: deliveredBed(results, request),
    perActivityIn,
    betweenCycle: variation.betweenCycles,
    family: regionFamily(last.name),
    effectPerGray: model && last.fit ? lethalInteraction(last.fit.terms, Math.LN2 / model.repairHalfTime) / model.alphaBetaGy : null,
    alphaBetaGy: model?.alphaBetaGy ?? null,
    radiobiologyConfirmed: model?.confirmed ?? true,
    radiobiologySource: model?.source ?? '',
    basis: prior ? 'population and patient' : 'patient',
    prior: prior ? { ...prior.reference, region: last.name, weight: priorWeight(perActivityIn(request.cycle), prior.estimate) } : null,
    trendSeen: trendSeen(measured),
  };
}

/** Null when a cycle has no BED and the request states no radiobiology. */
function deliveredBed(results: readonly CourseRegion[], request: PlanRequest): RegionHistory['deliveredBed'] {
  const beds = results.flatMap(result => {
    const model = radiobiologyOf(result.name, request, result);
    if (!model || !result.fit) return [];
    const sameAsStored =
      result.radiobiology?.alphaBetaGy === model.alphaBetaGy && result.radiobiology.repairHalfTime === model.repairHalfTime;
    const { alphaBetaGy, repairHalfTime } = model;
    return [
      sameAsStored && result.bed
        ? result.bed
        : biologicallyEffectiveDose({ dose: result.absorbedDose, terms: result.fit.terms, alphaBetaGy, repairHalfTime }),
    ];
  });
  return beds.length === results.length ? addEstimates(beds, gray) : null;
}

/**
 * A region that not every cycle verified: with the doses measured, and those that the population, which the measured ones update, lets expect of the other
 * cycles' activities.
 */
function populationRegion(
  region: string,
  request: PlanRequest,
  cycles: readonly CycleVerification[],
  priors: readonly PopulationPrior[],
): RegionHistory[] {
  const radiopharmaceutical = cycles.at(-1)?.radiopharmaceutical ?? '';
  const measured = cycles.flatMap(cycle => {
    const found = courseRegions(cycle).find(({ name, absorbedDose }) => name === region && absorbedDose.value > 0);
    return found ? [{ cycle: cycle.cycle, found }] : [];
  });
  const given = cycles
    .filter(({ cycle }) => !measured.some(one => one.cycle === cycle))
    .map(({ cycle, administered }) => ({ cycle, activity: administered.value }));
  const alone = { ...request, radiopharmaceutical, limits: [], targets: [] };
  return populationHistory(
    alone,
    priors,
    [region],
    given,
    measured.map(({ cycle, found }) => ({ cycle, value: found.absorbedDosePerActivity })),
  ).map(course => {
    if (measured.length === 0) return course;
    const results = measured.map(({ found }) => found);
    const bed = deliveredBed(results, request);
    return {
      ...course,
      delivered: addEstimates([course.delivered, ...results.map(({ absorbedDose }) => absorbedDose)], gray),
      deliveredBed: bed && course.deliveredBed ? addEstimates([course.deliveredBed, bed], gray) : null,
      basis: 'population and patient',
    };
  });
}

/** Slope of the logarithm over the cycles, least squares, as a share per cycle. */
function trendSeen(measured: readonly EarlierCycle<GrayPerBecquerel>[]): number | null {
  if (measured.length < 2) return null;
  const mean = measured.reduce((sum, { cycle }) => sum + cycle, 0) / measured.length;
  const square = measured.reduce((sum, { cycle }) => sum + (cycle - mean) ** 2, 0);
  const first = measured[0]?.value.value ?? NaN;
  const slope = measured.reduce((sum, { cycle, value }) => sum + (cycle - mean) * log(value.value / first), 0) / square;
  return exp(slope) - 1;
}

/** The weight of the population in an estimate, from the share of its deviation that is left. */
function priorWeight(estimate: Estimate, prior: Estimate): number {
  const [key] = prior.contributions.map(share => share.key);
  const left = estimate.contributions.find(share => share.key === key)?.standardUncertainty ?? 0;
  return left / estimate.value / relativeUncertainty(prior);
}
