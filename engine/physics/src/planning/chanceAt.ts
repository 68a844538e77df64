/**
 * The share of a distribution, given by rising values of equal weight, that lies below `value`: 0 to 1. Value k stands at (k + 1/2) / N; straight in
 * between.
 */
export function chanceAt(rising: Float64Array, value: number): number {
  const count = rising.length;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  if (low === count) return 1;
  const [before, after] = [rising[low - 1] ?? 0, rising[low] ?? 0];
  return (low - 0.5 + (value - before) / (after - before)) / count;
}
