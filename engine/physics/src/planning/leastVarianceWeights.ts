import type { Contribution } from '../quantities/estimate.js';

/**
 * Weights, adding to 1, of the mean of least variance of observations whose errors are sums of contributions; equal keys are one random variable.
 *
 * w = C^-1 1 / (1' C^-1 1), C the covariance of the observations (Aitken 1935, generalised least squares of a mean). Observations without any error take
 * all the weight, in equal parts.
 */
export function leastVarianceWeights(observations: readonly (readonly Contribution[])[]): number[] {
  const exact = observations.map(shares => shares.every(({ standardUncertainty }) => standardUncertainty === 0));
  const exactCount = exact.filter(Boolean).length;
  if (exactCount > 0) return exact.map(isExact => (isExact ? 1 / exactCount : 0));
  const rows = observations.map(a => [...observations.map(b => covariance(a, b)), 1]);
  const solution = solved(rows);
  const total = solution.reduce((sum, value) => sum + value, 0);
  return solution.map(value => value / total);
}

function covariance(a: readonly Contribution[], b: readonly Contribution[]): number {
  return a.reduce((sum, share) => {
    const same = b.filter(({ key }) => key === share.key).reduce((part, other) => part + other.standardUncertainty, 0);
    return sum + share.standardUncertainty * same;
  }, 0);
}

/** Gauss elimination of a symmetric positive definite system; the right side is the last column. */
function solved(given: readonly (readonly number[])[]): number[] {
  const rows = given.map(row => [...row]);
  const n = rows.length;
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < n; pivot++) {
    for (let row = pivot + 1; row < n; row++) {
      const factor = at(row, pivot) / at(pivot, pivot);
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * at(pivot, column));
    }
  }
  const solution = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row--) {
    let rest = at(row, n);
    for (let column = row + 1; column < n; column++) rest -= at(row, column) * (solution[column] ?? 0);
    solution[row] = rest / at(row, row);
  }
  return solution;
}
