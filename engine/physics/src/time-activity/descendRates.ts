import type { CurveModel } from './curveModels.js';
import { invertSymmetric } from './invertSymmetric.js';
import { solveRates, type SolvedRates } from './solveRates.js';
import type { WeightedSample } from './weightedSamples.js';

/** Step of the central difference in the logarithm of a rate: its error is the square. */
const DIFFERENCE = 1e-5;
const MOST_STEPS = 200;
/** A descent ends where a step moves no logarithm of a rate by more than this, or no damping lowers the sum any more. */
const FINISHED = 1e-11;
const LARGEST_DAMPING = 1e8;

/**
 * Follows the sum of squares from `start` downhill in the logarithms of the rates, the amplitudes being the best for them: Levenberg and Marquardt
 * (Marquardt 1963, J SIAM 11, 431) on the projected residuals, inside the ranges of the model.
 */
export function descendRates(model: CurveModel, samples: readonly WeightedSample[], start: SolvedRates): SolvedRates {
  let best = start;
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; step++) {
    const slopes = best.logs.map((_, axis) => slopeOf(model, samples, best, axis));
    let moved = 0;
    for (; damping < LARGEST_DAMPING; damping *= 10) {
      const trial = solveRates(model, samples, stepFrom(best, slopes, damping));
      if (!(trial.chiSquare < best.chiSquare)) continue;
      moved = Math.max(...trial.logs.map((log, axis) => Math.abs(log - (best.logs[axis] ?? 0))));
      best = trial;
      damping = Math.max(damping / 30, 1e-12);
      break;
    }
    if (moved < FINISHED) break;
  }
  return best;
}

/** Derivatives of the residuals with respect to the logarithm of one rate. */
function slopeOf(model: CurveModel, samples: readonly WeightedSample[], { logs }: SolvedRates, axis: number): number[] {
  const at = (shift: number): SolvedRates =>
    solveRates(
      model,
      samples,
      logs.map((log, index) => (index === axis ? log + shift : log)),
    );
  const [above, below] = [at(DIFFERENCE), at(-DIFFERENCE)];
  const width = (above.logs[axis] ?? 0) - (below.logs[axis] ?? 0);
  return above.residuals.map((residual, index) => (residual - (below.residuals[index] ?? 0)) / width);
}

function stepFrom({ logs, residuals }: SolvedRates, slopes: readonly (readonly number[])[], damping: number): number[] {
  const size = logs.length;
  const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  const curvatures = slopes.map(slope => product(slope, slope));
  const normal = slopes.flatMap((row, a) => slopes.map((column, b) => product(row, column) + (a === b ? damping * (curvatures[a] ?? 0) : 0)));
  const inverse = invertSymmetric(normal, size);
  const gradient = slopes.map(slope => product(slope, residuals));
  return logs.map((log, a) => {
    if (!inverse) return log - (gradient[a] ?? 0) / ((curvatures[a] ?? 0) * (1 + damping) || 1);
    return log - gradient.reduce((sum, value, b) => sum + (inverse[a * size + b] ?? 0) * value, 0);
  });
}
