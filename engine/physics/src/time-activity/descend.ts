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
/** A descent ends where a step moves no logarithm by more than this, gains less than this share of the sum, or no damping lowers the sum any more. */
const FINISHED = 1e-11;
const LEAST_GAIN = 1e-13;
const LARGEST_DAMPING = 1e8;

/**
 * Follows a sum of squares from `start` downhill in the logarithms of its parameters: Levenberg and Marquardt (Marquardt 1963, J SIAM 11, 431).
 * `solve` gives the point at any logarithms, and holds them where they may lie.
 */
export function descend<Point extends Residuals>(solve: (logs: readonly number[]) => Point, start: Point): Point {
  let best = start;
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { chiSquare } = best;
    const slopes = residualSlopes(solve, best.logs);
    const free = freeAxes(solve, best, slopes);
    let moved = 0;
    for (; damping < LARGEST_DAMPING; damping *= 10) {
      const trial = solve(stepFrom(best, slopes, free, damping));
      const length = Math.max(...trial.logs.map((log, axis) => Math.abs(log - (best.logs[axis] ?? 0))));
      if (length < FINISHED) break;
      if (!(trial.chiSquare < best.chiSquare)) continue;
      moved = length;
      best = trial;
      damping = Math.max(damping / 30, 1e-12);
      break;
    }
    if (moved < FINISHED || chiSquare - best.chiSquare < LEAST_GAIN * chiSquare) break;
  }
  return best;
}

/** Derivatives of the residuals with respect to each logarithm, one row per logarithm. */
export function residualSlopes(solve: (logs: readonly number[]) => Residuals, logs: readonly number[]): number[][] {
  return logs.map((_, axis) => {
    const [above, below] = [solve(shifted(logs, axis, DIFFERENCE)), solve(shifted(logs, axis, -DIFFERENCE))];
    const width = (above.logs[axis] ?? 0) - (below.logs[axis] ?? 0);
    return above.residuals.map((residual, index) => (residual - (below.residuals[index] ?? 0)) / width);
  });
}

function shifted(logs: readonly number[], axis: number, shift: number): number[] {
  return logs.map((log, index) => (index === axis ? log + shift : log));
}

/** The logarithms that a step may move: not those that stand at their edge and would fall on beyond it. */
function freeAxes(
  solve: (logs: readonly number[]) => Residuals,
  { logs, residuals }: Residuals,
  slopes: readonly (readonly number[])[],
): number[] {
  return logs.flatMap((log, axis) => {
    const downhill = product(slopes[axis] ?? [], residuals) > 0 ? -DIFFERENCE : DIFFERENCE;
    return solve(shifted(logs, axis, downhill)).logs[axis] === log ? [] : [axis];
  });
}

/** The step of Marquardt over the free logarithms. */
function stepFrom(
  { logs, residuals }: Residuals,
  slopes: readonly (readonly number[])[],
  free: readonly number[],
  damping: number,
): number[] {
  const rows = free.map(axis => slopes[axis] ?? []);
  const normal = rows.flatMap((row, a) => rows.map((column, b) => product(row, column) * (a === b ? 1 + damping : 1)));
  const inverse = invertSymmetric(normal, rows.length);
  const gradient = rows.map(row => product(row, residuals));
  const step = gradient.map((slope, a) => {
    if (!inverse) return slope / ((normal[a * (rows.length + 1)] ?? 0) || 1);
    return gradient.reduce((sum, value, b) => sum + (inverse[a * rows.length + b] ?? 0) * value, 0);
  });
  return logs.map((log, axis) => (free.includes(axis) ? log - (step[free.indexOf(axis)] ?? 0) : log));
}

function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
