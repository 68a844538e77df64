/**
 * The inverse of a symmetric positive definite matrix, row by row, or null when it is singular to working precision.
 *
 * Rows and columns are first scaled to a unit diagonal, because amplitudes (1e8) and rates (1e-6) stand in one matrix; then Gauss-Jordan elimination,
 * whose pivots of a scaled positive definite matrix need no exchange.
 */
export function invertSymmetric(matrix: readonly number[], size: number): number[] | null {
  const scale = Array.from({ length: size }, (_, i) => 1 / Math.sqrt(matrix[i * size + i] ?? 0));
  if (!scale.every(Number.isFinite)) return null;
  const at = (row: number, column: number): number => row * size + column;
  const left = matrix.map((value, index) => value * (scale[Math.floor(index / size)] ?? 0) * (scale[index % size] ?? 0));
  const right = left.map((_, index): number => (Math.floor(index / size) === index % size ? 1 : 0));
  for (let pivot = 0; pivot < size; pivot++) {
    const divisor = left[at(pivot, pivot)] ?? 0;
    if (divisor < 1e-13) return null;
    for (let column = 0; column < size; column++) {
      left[at(pivot, column)] = (left[at(pivot, column)] ?? 0) / divisor;
      right[at(pivot, column)] = (right[at(pivot, column)] ?? 0) / divisor;
    }
    for (let row = 0; row < size; row++) {
      const factor = left[at(row, pivot)] ?? 0;
      if (row === pivot || factor === 0) continue;
      for (let column = 0; column < size; column++) {
        left[at(row, column)] = (left[at(row, column)] ?? 0) - factor * (left[at(pivot, column)] ?? 0);
        right[at(row, column)] = (right[at(row, column)] ?? 0) - factor * (right[at(pivot, column)] ?? 0);
      }
    }
  }
  return right.map((value, index) => value * (scale[Math.floor(index / size)] ?? 0) * (scale[index % size] ?? 0));
}
