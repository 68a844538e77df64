/** A pivot of the scaled matrix below this share says that a combination of rows is not decided by the data. */
const LEAST_PIVOT = 1e-6;

/**
 * Solves `matrix` x = b for several right sides, `matrix` symmetric and positive definite, row by row: Cholesky after scaling to a unit diagonal.
 *
 * Null when the scaled matrix has a pivot below 1e-6.
 */
export function solveSymmetric(matrix: ArrayLike<number>, size: number, rightSides: readonly ArrayLike<number>[]): number[][] | null {
  const scale = Array.from({ length: size }, (_, i) => 1 / Math.sqrt(matrix[i * size + i] ?? 0));
  if (!scale.every(value => Number.isFinite(value))) return null;
  const factor = new Float64Array(size * size);
  const at = (row: number, column: number): number => factor[row * size + column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = (matrix[row * size + column] ?? 0) * (scale[row] ?? 0) * (scale[column] ?? 0);
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      if (row !== column) factor[row * size + column] = sum / at(column, column);
      else if (sum < LEAST_PIVOT) return null;
      else factor[row * size + row] = Math.sqrt(sum);
    }
  }
  return rightSides.map(side => {
    const x = scale.map((value, i) => value * (side[i] ?? 0));
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < i; k++) x[i] = (x[i] ?? 0) - at(i, k) * (x[k] ?? 0);
      x[i] = (x[i] ?? 0) / at(i, i);
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) x[i] = (x[i] ?? 0) - at(k, i) * (x[k] ?? 0);
      x[i] = (x[i] ?? 0) / at(i, i);
    }
    return x.map((value, i) => value * (scale[i] ?? 0));
  });
}
