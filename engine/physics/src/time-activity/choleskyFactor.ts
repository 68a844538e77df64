/**
 * The lower triangle L of a symmetric positive definite matrix, row by row, with L L^T the matrix; null when it is not positive definite. `size` rows.
 */
export function choleskyFactor(matrix: readonly number[], size: number): number[] | null {
  const lower = new Array<number>(size * size).fill(0);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let left = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k++) left -= (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0);
      if (row === column && !(left > 0)) return null;
      lower[row * size + column] = row === column ? Math.sqrt(left) : left / (lower[column * size + column] ?? 1);
    }
  return lower;
}
