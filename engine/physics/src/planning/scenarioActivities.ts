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
  /** Of each coming cycle. */
  readonly perActivity: readonly Float64Array[];
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
export function scenarioActivities(bounds: readonly CourseBound[], first: number, cycles: number): Float64Array[] {
  const { models, dimensions } = modelsOf(bounds, first, cycles);
  const draws = models.map(model => drawOf(model, first));
  const meet = bounds.map(bound =>
    meets(
      bound,
      models.filter(({ region }) => bound.regions.includes(region)).map(({ scenario }) => scenario),
    ),
  );
  const found = bounds.map(() => new Float64Array(SCENARIOS));
  scenarioPoints(directionOf(bounds[0], models, first, dimensions), (point, index) => {
    for (const draw of draws) draw(point);
    for (const [at, activity] of meet.entries()) (found[at] ?? new Float64Array(0))[index] = activity();
  });
  return found;
}

function modelsOf(
  bounds: readonly CourseBound[],
  first: number,
  cycles: number,
): { readonly models: RegionModel[]; readonly dimensions: number } {
  const regions = [...new Set(bounds.flatMap(bound => bound.regions))];
  const needs = (region: RegionHistory, inBed: boolean): boolean =>
    bounds.some(bound => bound.per === 'course' && bound.inBed === inBed && bound.regions.includes(region));
  const estimates: Estimate[] = [];
  const place = (estimate: Estimate | null): number => (estimate ? estimates.push(estimate) - 1 : -1);
  const places = regions.map(region => ({
    perActivity: Array.from({ length: cycles }, (_, index) => place(region.perActivityIn(first + index))),
    delivered: place(needs(region, false) ? region.delivered : null),
    deliveredBed: place(needs(region, true) ? region.deliveredBed : null),
  }));
  const rows = commonVariables(estimates);
  const shared = rows[0]?.length ?? 0;
  const families = [...new Set(regions.map(({ family }) => family))].sort();
  const models = regions.map((region, index): RegionModel => ({
    region,
    perActivity: (places[index]?.perActivity ?? []).map(at => rows[at] ?? new Float64Array(0)),
    delivered: rows[places[index]?.delivered ?? -1] ?? new Float64Array(0),
    deliveredBed: rows[places[index]?.deliveredBed ?? -1] ?? new Float64Array(0),
    cycles: Array.from({ length: cycles }, (_, cycle) => shared + families.indexOf(region.family) * cycles + cycle),
    scenario: { delivered: 0, deliveredBed: 0, linear: 0, square: 0, largest: 0 },
  }));
  return { models, dimensions: shared + families.length * cycles };
}

/** Fills the scenario of a region from a point. */
function drawOf({ region, cycles, scenario, ...shares }: RegionModel, first: number): (point: Float64Array) => void {
  const { delivered, deliveredBed, betweenCycle } = region;
  const ofDelivered = logDeviate(shares.delivered, delivered.degreesOfFreedom);
  const ofBed = logDeviate(shares.deliveredBed, deliveredBed?.degreesOfFreedom ?? null);
  const coming = cycles.map((place, index) => {
    const { value, degreesOfFreedom } = region.perActivityIn(first + index);
    return { place, value, deviate: logDeviate(shares.perActivity[index] ?? new Float64Array(0), degreesOfFreedom) };
  });
  return point => {
    scenario.delivered = delivered.value * factor(ofDelivered(point));
    scenario.deliveredBed = (deliveredBed?.value ?? NaN) * factor(ofBed(point));
    scenario.linear = scenario.square = scenario.largest = 0;
    for (const { place, value, deviate } of coming) {
      const dose = value * factor(deviate(point) + betweenCycle * (point[place] ?? 0));
      scenario.linear += dose;
      scenario.square += dose * dose;
      if (dose > scenario.largest) scenario.largest = dose;
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
function directionOf(bound: CourseBound | undefined, models: readonly RegionModel[], first: number, dimensions: number): number[] {
  const model = models.find(({ region }) => region === bound?.regions[0]);
  const direction = new Array<number>(dimensions).fill(0);
  if (!bound || !model) return direction;
  const { region, cycles } = model;
  const [delivered, past] = bound.inBed ? [region.deliveredBed?.value ?? 0, model.deliveredBed] : [region.delivered.value, model.delivered];
  const doses = cycles.map((_, index) => region.perActivityIn(first + index).value);
  const sum = doses.reduce((total, dose) => total + dose, 0);
  const add = (shares: Float64Array, weight: number): void =>
    shares.forEach((share, at) => (direction[at] = (direction[at] ?? 0) + weight * share));
  add(past, delivered / Math.max(bound.value - delivered, 0.1 * bound.value));
  for (const [index, place] of cycles.entries()) {
    const weight = (doses[index] ?? 0) / sum;
    add(model.perActivity[index] ?? new Float64Array(0), weight);
    direction[place] = weight * region.betweenCycle;
  }
  return direction;
}
