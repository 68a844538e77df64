import { exp } from '../numerics/exp.js';
import { activityOfEffect } from './activityOfEffect.js';
import type { CourseBound } from './courseBound.js';
import { cycleKey } from './cycleKey.js';
import { reflectedPoints } from './reflectedPoints.js';
import type { RegionHistory } from './regionHistory.js';
import { SCENARIOS } from './scenarioPoints.js';
import { logDeviate, type LogDeviate } from './logDeviate.js';
import { logShare } from './logShare.js';

/** What one scenario says of a region: its doses delivered, and those of 1 Bq in each coming cycle, of which it keeps sum, sum of squares and largest. */
interface RegionScenario {
  delivered: number;
  deliveredBed: number;
  linear: number;
  square: number;
  largest: number;
}

/**
 * In every scenario and for every bound the activity of each coming cycle that just meets it, Bq (rule P9); negative where the doses delivered have
 * passed it already. One list of SCENARIOS for each bound, scenario by scenario, so that lists can be compared.
 */
export function scenarioActivities(bounds: readonly CourseBound[], first: number, cycles: number): Float64Array[] {
  const regions = [...new Set(bounds.flatMap(bound => bound.regions))];
  const keys = keysOf(regions, first, cycles);
  const points = reflectedPoints(keys.length, directionOf(bounds, keys, first, cycles));
  const draws = regions.map(region => drawOf(region, keys, first, cycles));
  const state = new Map(regions.map((region): [RegionHistory, RegionScenario] => [region, { delivered: 0, deliveredBed: 0, linear: 0, square: 0, largest: 0 }]));
  const scenarios = regions.flatMap(region => state.get(region) ?? []);
  const meet = bounds.map(bound => meets(bound, bound.regions.flatMap(region => state.get(region) ?? [])));
  const found = bounds.map(() => new Float64Array(SCENARIOS));
  for (let point = 0; point < SCENARIOS; point++) {
    const offset = point * keys.length;
    for (const [index, draw] of draws.entries()) {
      const scenario = scenarios[index];
      if (scenario) draw(points, offset, scenario);
    }
    for (const [index, activity] of meet.entries()) {
      const list = found[index];
      if (list) list[point] = activity();
    }
  }
  return found;
}

/** Every random variable of the regions, in the order of the alphabet, so that the order of cycles and regions does not matter. */
function keysOf(regions: readonly RegionHistory[], first: number, cycles: number): string[] {
  const keys = regions.flatMap(region => [
    ...[region.perActivity, region.delivered, ...(region.deliveredBed ? [region.deliveredBed] : [])].flatMap(({ contributions }) =>
      contributions.map(({ key }) => key),
    ),
    ...Array.from({ length: cycles }, (_, index) => cycleKey(region.family, first + index)),
  ]);
  return [...new Set(keys)].sort();
}

function drawOf(
  region: RegionHistory,
  keys: readonly string[],
  first: number,
  cycles: number,
): (points: Float64Array, offset: number, into: RegionScenario) => void {
  const delivered = logDeviate(region.delivered, keys);
  const deliveredBed = region.deliveredBed ? logDeviate(region.deliveredBed, keys) : null;
  const perActivity = logDeviate(region.perActivity, keys);
  const own = Array.from({ length: cycles }, (_, index) => keys.indexOf(cycleKey(region.family, first + index)));
  const grow = exp(region.trend);
  return (points, offset, into) => {
    into.delivered = valueIn(region.delivered.value, delivered, points, offset);
    into.deliveredBed = region.deliveredBed && deliveredBed ? valueIn(region.deliveredBed.value, deliveredBed, points, offset) : NaN;
    let median = valueIn(region.perActivity.value, perActivity, points, offset);
    into.linear = into.square = into.largest = 0;
    for (const place of own) {
      const dose = median * exp(region.betweenCycle * (points[offset + place] ?? 0));
      into.linear += dose;
      into.square += dose * dose;
      into.largest = Math.max(into.largest, dose);
      median *= grow;
    }
  };
}

function valueIn(median: number, deviate: LogDeviate, points: Float64Array, offset: number): number {
  return median === 0 ? 0 : median * exp(deviate(points, offset));
}

/** The activity that meets a bound in the scenario that now stands in the regions. */
function meets(bound: CourseBound, scenarios: readonly RegionScenario[]): () => number {
  const effects = bound.regions.map(({ effectPerGray }) => (bound.inBed ? (effectPerGray ?? NaN) : 0));
  const delivered = (scenario: RegionScenario): number => (bound.inBed ? scenario.deliveredBed : scenario.delivered);
  if (bound.per === 'cycle')
    return () =>
      scenarios.reduce((most, { largest }, at) => Math.max(most, activityOfEffect(bound.value, largest, (effects[at] ?? 0) * largest * largest)), -Infinity);
  if (bound.combine === 'least')
    return () =>
      scenarios.reduce(
        (most, scenario, at) =>
          Math.max(most, activityOfEffect(bound.value - delivered(scenario), scenario.linear, (effects[at] ?? 0) * scenario.square)),
        -Infinity,
      );
  return () => {
    let [rest, linear, square] = [0, 0, 0];
    for (const [at, scenario] of scenarios.entries()) {
      rest += (bound.value - delivered(scenario)) / scenarios.length;
      linear += scenario.linear / scenarios.length;
      square += ((effects[at] ?? 0) * scenario.square) / scenarios.length;
    }
    return activityOfEffect(rest, linear, square);
  };
}

/** The direction in which the first bound's activity changes most, by first-order propagation at its medians. */
function directionOf(bounds: readonly CourseBound[], keys: readonly string[], first: number, cycles: number): number[] {
  const region = bounds[0]?.regions[0];
  const direction = new Array<number>(keys.length).fill(0);
  const value = bounds[0]?.value ?? 0;
  if (!region) return direction;
  const rest = Math.max(value - region.delivered.value, 0.1 * value);
  for (const [index, key] of keys.entries()) {
    const coming = cycleKeys(region, first, cycles).includes(key) ? region.betweenCycle / cycles : 0;
    const past = (logShare(region.delivered, key) * region.delivered.value) / rest;
    direction[index] = logShare(region.perActivity, key) + coming + past;
  }
  return direction;
}

function cycleKeys(region: RegionHistory, first: number, cycles: number): string[] {
  return Array.from({ length: cycles }, (_, index) => cycleKey(region.family, first + index));
}
