/** Mean and standard deviation (n - 1) of values, of which there are two at least. */
export function meanAndDeviation(values: readonly number[]): { readonly mean: number; readonly standardDeviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardDeviation: Math.sqrt(squares / (values.length - 1)) };
}
