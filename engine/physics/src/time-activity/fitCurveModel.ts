import type { CurveModel } from './curveModels.js';
import type { CurveTerm } from './curveParameters.js';
import { descend } from './descend.js';
import { solveRates, type SolvedRates } from './solveRates.js';
import type { WeightedSample } from './weightedSamples.js';

/** A model fitted to points. `chiSquare` is the sum of squared residuals over the squared scatter. */
export interface FittedModel {
  readonly model: CurveModel;
  readonly terms: readonly CurveTerm[];
  readonly chiSquare: number;
  /** For each searched rate (clearance, ratios): whether the best one lies on the edge of its range. */
  readonly onEdge: readonly ('low' | 'high' | null)[];
}

/** Points per axis of the grid over all rates, for one rate, two and three. */
const POINTS = [33, 21, 13] as const;
/** So many of the grid's hollows are followed downhill. */
const HOLLOWS = 6;

/**
 * Weighted least squares by variable projection: for given rates the best non-negative amplitudes are found directly, and the rates, up to three, by a grid
 * over their whole range and descents from its deepest hollows. No starting values, no randomness: the same points give the same curve.
 */
export function fitCurveModel(model: CurveModel, samples: readonly WeightedSample[]): FittedModel {
  const count = POINTS[model.rateRanges.length - 1] ?? POINTS[0];
  const solve = (logs: readonly number[]): SolvedRates => solveRates(model, samples, logs);
  const grid = gridPoints(model.rateRanges, count).map(solve);
  const hollows = grid.filter((point, index) => isHollow(grid, index, count, point)).sort((a, b) => a.chiSquare - b.chiSquare);
  const best = hollows
    .slice(0, HOLLOWS)
    .map(start => descend(solve, start))
    .reduce((least, found) => (found.chiSquare < least.chiSquare ? found : least));
  return { model, terms: model.terms(best.rates, best.amplitudes), chiSquare: best.chiSquare, onEdge: edges(model.rateRanges, best.logs) };
}

function edges(ranges: CurveModel['rateRanges'], logs: readonly number[]): ('low' | 'high' | null)[] {
  return ranges.map(([low, high], index) => {
    const value = logs[index] ?? low;
    if (value - low < 1e-6) return 'low';
    return high - value < 1e-6 ? 'high' : null;
  });
}

/** Every combination of `count` equal steps over each range; the last axis runs fastest. */
function gridPoints(ranges: CurveModel['rateRanges'], count: number): number[][] {
  const axes = ranges.map(([low, high]) => Array.from({ length: count }, (_, step) => low + ((high - low) * step) / (count - 1)));
  return axes.reduce<number[][]>((points, axis) => points.flatMap(point => axis.map(value => [...point, value])), [[]]);
}

/** Whether no neighbour along an axis lies lower. */
function isHollow(grid: readonly SolvedRates[], index: number, count: number, { logs, chiSquare }: SolvedRates): boolean {
  return logs.every((_, axis) => {
    const stride = count ** (logs.length - 1 - axis);
    const place = Math.floor(index / stride) % count;
    const before = place > 0 ? (grid[index - stride]?.chiSquare ?? Infinity) : Infinity;
    const after = place < count - 1 ? (grid[index + stride]?.chiSquare ?? Infinity) : Infinity;
    return chiSquare <= before && chiSquare <= after;
  });
}
