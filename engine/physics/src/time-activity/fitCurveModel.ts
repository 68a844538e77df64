import type { CurveModel } from './curveModels.js';
import type { CurveTerm } from './curveParameters.js';
import { nonNegativeAmplitudes } from './nonNegativeAmplitudes.js';
import type { WeightedSample } from './weightedSamples.js';

/** A model fitted to points. `chiSquare` is the sum of squared residuals over the squared scatter. */
export interface FittedModel {
  readonly model: CurveModel;
  readonly terms: readonly CurveTerm[];
  readonly chiSquare: number;
  /** For each searched rate (clearance, ratio): whether the best one lies on the edge of its range. */
  readonly onEdge: readonly ('low' | 'high' | null)[];
}

/** The search for one rate and for two: points per axis at first and then, rounds, and how the box shrinks. The last box is 1e-12 wide. */
const SEARCH = [
  { starts: 65, steps: 9, rounds: 32, shrink: 0.4 },
  { starts: 33, steps: 7, rounds: 55, shrink: 0.6 },
] as const;

/**
 * Weighted least squares by variable projection: for given rates the best non-negative amplitudes are found directly, and the one or two rates by a
 * grid over their whole range that then closes in on its best point. No starting values, no randomness: the same points give the same curve.
 */
export function fitCurveModel(model: CurveModel, samples: readonly WeightedSample[]): FittedModel {
  const search = SEARCH[model.rateRanges.length === 1 ? 0 : 1];
  const evaluate = (logs: readonly number[]) => {
    const rates = model.rates(logs);
    const solved = nonNegativeAmplitudes(
      samples.map(({ seconds }) => model.basis(rates, seconds)),
      samples,
    );
    return { logs, rates, ...solved };
  };
  let centre = model.rateRanges.map(([low, high]) => (low + high) / 2);
  let half = model.rateRanges.map(([low, high]) => (high - low) / 2);
  let best = evaluate(centre);
  for (let round = 0; round < search.rounds; round++) {
    const count = round === 0 ? search.starts : search.steps;
    for (const logs of grid(model.rateRanges, centre, half, count)) {
      const candidate = evaluate(logs);
      if (candidate.chiSquare < best.chiSquare) best = candidate;
    }
    centre = [...best.logs];
    half = half.map(width => width * (round === 0 ? 4 / (count - 1) : search.shrink));
  }
  return { model, terms: model.terms(best.rates, best.amplitudes), chiSquare: best.chiSquare, onEdge: edges(model.rateRanges, best.logs) };
}

function edges(ranges: CurveModel['rateRanges'], logs: readonly number[]): ('low' | 'high' | null)[] {
  return ranges.map(([low, high], index) => {
    const value = logs[index] ?? low;
    if (value - low < 1e-6) return 'low';
    return high - value < 1e-6 ? 'high' : null;
  });
}

/** Every combination of `count` equal steps per axis around the centre, kept inside the ranges. */
function grid(ranges: CurveModel['rateRanges'], centre: readonly number[], half: readonly number[], count: number): number[][] {
  const axes = ranges.map(([low, high], axis) =>
    Array.from({ length: count }, (_, step) => {
      const value = (centre[axis] ?? 0) + (half[axis] ?? 0) * ((2 * step) / (count - 1) - 1);
      return Math.min(high, Math.max(low, value));
    }),
  );
  return axes.reduce<number[][]>((points, axis) => points.flatMap(point => axis.map(value => [...point, value])), [[]]);
}
