import { invertSymmetric } from './invertSymmetric.js';

/** A point of a least-squares problem: its coordinates, its residuals and the sum of their squares. */
export interface Residuals {
  readonly logs: readonly number[];
  readonly residuals: readonly number[];
  readonly chiSquare: number;
}

/** Step of the central difference in a logarithm: its error is the square. */
const DIFFERENCE = 1e-5;
const MOST_STEPS = 200;
/** A descent ends where a step moves no logarithm by more than this, or no damping lowers the sum any more. */
const FINISHED = 1e-11;
const LARGEST_DAMPING = 1e8;

/**
 * Follows a sum of squares from `start` downhill in the logarithms of its parameters: Levenberg and Marquardt (Marquardt 1963, J SIAM 11, 431).
 * `solve` gives the point at any logarithms, and holds them where they may lie.
 */
export function descend<Point extends Residuals>(solve: (logs: readonly number[]) => Point, start: Point): Point {
  let best = start;
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; step++) {
    const slopes = residualSlopes(solve, best.logs);
    let moved = 0;
    for (; damping < LARGEST_DAMPING; damping *= 10) {
      const trial = solve(stepFrom(best, slopes, damping));
      const length = Math.max(...trial.logs.map((log, axis) => Math.abs(log - (best.logs[axis] ?? 0))));
      if (length < FINISHED) break;
      if (!(trial.chiSquare < best.chiSquare)) continue;
      moved = length;
      best = trial;
      damping = Math.max(damping / 30, 1e-12);
      break;
    }
    if (moved < FINISHED) break;
  }
  return best;
}

/** Derivatives of the residuals with respect to each logarithm, one row per logarithm. */
export function residualSlopes(solve: (logs: readonly number[]) => Residuals, logs: readonly number[]): number[][] {
  const at = (axis: number, shift: number): Residuals => solve(logs.map((log, index) => (index === axis ? log + shift : log)));
  return logs.map((_, axis) => {
    const [above, below] = [at(axis, DIFFERENCE), at(axis, -DIFFERENCE)];
    const width = (above.logs[axis] ?? 0) - (below.logs[axis] ?? 0);
    return above.residuals.map((residual, index) => (residual - (below.residuals[index] ?? 0)) / width);
  });
}

function stepFrom({ logs, residuals }: Residuals, slopes: readonly (readonly number[])[], damping: number): number[] {
  const size = logs.length;
  const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  const curvatures = slopes.map(slope => product(slope, slope));
  const normal = slopes.flatMap((row, a) =>
    slopes.map((column, b) => product(row, column) + (a === b ? damping * (curvatures[a] ?? 0) : 0)),
  );
  const inverse = invertSymmetric(normal, size);
  const gradient = slopes.map(slope => product(slope, residuals));
  return logs.map((log, a) => {
    if (!inverse) return log - (gradient[a] ?? 0) / ((curvatures[a] ?? 0) * (1 + damping) || 1);
    return log - gradient.reduce((sum, value, b) => sum + (inverse[a * size + b] ?? 0) * value, 0);
  });
}
