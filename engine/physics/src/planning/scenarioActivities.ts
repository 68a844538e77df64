import { exp } from '../numerics/exp.js';
import { expOfMinus } from '../numerics/expOfMinus.js';
import type { Estimate } from '../quantities/estimate.js';
import { activityOfEffect } from './activityOfEffect.js';
import { commonVariables } from './commonVariables.js';
import type { CourseBound } from './courseBound.js';
import { logDeviate } from './logDeviate.js';
import type { RegionHistory } from './regionHistory.js';
import { SCENARIOS, scenarioPoints } from './scenarioPoints.js';

/** What one scenario says of a region: the dose delivered, and those of 1 Bq in each coming cycle, of which it keeps sum, sum of squares and largest. */
interface RegionScenario {
  delivered: number;
  deliveredBed: number;
  linear: number;
  square: number;
  largest: number;
}

/** A region with its part of the variables: what was delivered and the dose per activity share them; each cycle to come has one of its own. */
interface RegionModel {
  readonly region: RegionHistory;
  readonly perActivity: Float64Array;
  readonly delivered: Float64Array;
  readonly deliveredBed: Float64Array;
  /** Place of the variable of each coming cycle. */
  readonly cycles: readonly number[];
  readonly scenario: RegionScenario;
}

/** No deviation reaches e^30: `expOfMinus` then serves for either sign. */
const LARGEST_DEVIATION = 30;
const SHIFT = exp(LARGEST_DEVIATION);

/**
 * In every scenario and for every bound the activity of each coming cycle that just meets it, Bq (rule P9); negative where the doses delivered have
 * passed it already. One list of SCENARIOS for each bound, scenario by scenario, so that lists can be compared.
 */
export function scenarioActivities(bounds: readonly CourseBound[], cycles: number): Float64Array[] {
  const { models, dimensions } = modelsOf(bounds, cycles);
  const draws = models.map(drawOf);
  const meet = bounds.map(bound =>
    meets(
      bound,
      models.filter(({ region }) => bound.regions.includes(region)).map(({ scenario }) => scenario),
    ),
  );
  const found = bounds.map(() => new Float64Array(SCENARIOS));
  scenarioPoints(directionOf(bounds[0], models, dimensions), (point, index) => {
    for (const draw of draws) draw(point);
    for (const [at, activity] of meet.entries()) (found[at] ?? new Float64Array(0))[index] = activity();
  });
  return found;
}

function modelsOf(bounds: readonly CourseBound[], cycles: number): { readonly models: RegionModel[]; readonly dimensions: number } {
  const regions = [...new Set(bounds.flatMap(bound => bound.regions))];
  const needs = (region: RegionHistory, inBed: boolean): boolean =>
    bounds.some(bound => bound.per === 'course' && bound.inBed === inBed && bound.regions.includes(region));
  const estimates: Estimate[] = [];
  const place = (estimate: Estimate | null): number => (estimate ? estimates.push(estimate) - 1 : -1);
  const places = regions.map(region => ({
    perActivity: place(region.perActivity),
    delivered: place(needs(region, false) ? region.delivered : null),
    deliveredBed: place(needs(region, true) ? region.deliveredBed : null),
  }));
  const rows = commonVariables(estimates);
  const shared = rows[0]?.length ?? 0;
  const families = [...new Set(regions.map(({ family }) => family))].sort();
  const models = regions.map((region, index): RegionModel => ({
    region,
    perActivity: rows[places[index]?.perActivity ?? -1] ?? new Float64Array(0),
    delivered: rows[places[index]?.delivered ?? -1] ?? new Float64Array(0),
    deliveredBed: rows[places[index]?.deliveredBed ?? -1] ?? new Float64Array(0),
    cycles: Array.from({ length: cycles }, (_, cycle) => shared + families.indexOf(region.family) * cycles + cycle),
    scenario: { delivered: 0, deliveredBed: 0, linear: 0, square: 0, largest: 0 },
  }));
  return { models, dimensions: shared + families.length * cycles };
}

/** Fills the scenario of a region from a point. */
function drawOf({ region, cycles, scenario, ...shares }: RegionModel): (point: Float64Array) => void {
  const { perActivity, delivered, deliveredBed, betweenCycle } = region;
  const ofDelivered = logDeviate(shares.delivered, delivered.degreesOfFreedom);
  const ofBed = logDeviate(shares.deliveredBed, deliveredBed?.degreesOfFreedom ?? null);
  const ofActivity = logDeviate(shares.perActivity, perActivity.degreesOfFreedom);
  const grow = exp(region.trend);
  return point => {
    scenario.delivered = delivered.value * factor(ofDelivered(point));
    scenario.deliveredBed = (deliveredBed?.value ?? NaN) * factor(ofBed(point));
    let median = perActivity.value * factor(ofActivity(point));
    scenario.linear = scenario.square = scenario.largest = 0;
    for (const place of cycles) {
      const dose = median * factor(betweenCycle * (point[place] ?? 0));
      scenario.linear += dose;
      scenario.square += dose * dose;
      if (dose > scenario.largest) scenario.largest = dose;
      median *= grow;
    }
  };
}

function factor(deviation: number): number {
  return SHIFT * expOfMinus(Math.max(0, LARGEST_DEVIATION - deviation));
}

/** The activity that meets a bound in the scenario that now stands in its regions. */
function meets(bound: CourseBound, scenarios: readonly RegionScenario[]): () => number {
  const effects = bound.regions.map(({ effectPerGray }) => (bound.inBed ? (effectPerGray ?? NaN) : 0));
  const rest = (scenario: RegionScenario): number => bound.value - (bound.inBed ? scenario.deliveredBed : scenario.delivered);
  const alone = (scenario: RegionScenario, at: number): number =>
    bound.per === 'cycle'
      ? activityOfEffect(bound.value, scenario.largest, (effects[at] ?? 0) * scenario.largest * scenario.largest)
      : activityOfEffect(rest(scenario), scenario.linear, (effects[at] ?? 0) * scenario.square);
  if (bound.combine === 'least')
    return () => {
      let most = -Infinity;
      for (const [at, scenario] of scenarios.entries()) most = Math.max(most, alone(scenario, at));
      return most;
    };
  return () => {
    let [left, linear, square] = [0, 0, 0];
    for (const [at, scenario] of scenarios.entries()) {
      left += rest(scenario) / scenarios.length;
      linear += scenario.linear / scenarios.length;
      square += ((effects[at] ?? 0) * scenario.square) / scenarios.length;
    }
    return activityOfEffect(left, linear, square);
  };
}

/** The direction in which the activity that meets a bound changes most: first-order propagation at its medians. */
function directionOf(bound: CourseBound | undefined, models: readonly RegionModel[], dimensions: number): number[] {
  const model = models.find(({ region }) => region === bound?.regions[0]);
  const direction = new Array<number>(dimensions).fill(0);
  if (!bound || !model) return direction;
  const { region } = model;
  const [delivered, shares] = bound.inBed ? [region.deliveredBed?.value ?? 0, model.deliveredBed] : [region.delivered.value, model.delivered];
  const past = delivered / Math.max(bound.value - delivered, 0.1 * bound.value);
  for (const [at, share] of model.perActivity.entries()) direction[at] = share + past * (shares[at] ?? 0);
  for (const place of model.cycles) direction[place] = region.betweenCycle / model.cycles.length;
  return direction;
}
