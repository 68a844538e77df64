/**
 * Normalised cross-correlation of two lists of the same length: covariance over the product of the standard deviations, -1 to 1.
 * 0 where there is nothing to correlate: fewer than two values, or a list that is constant.
 */
export function normalisedCrossCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [covariance, varianceA, varianceB] = [0, 0, 0];
  for (let n = 0; n < a.length; n++) {
    const [p, q] = [(a[n] ?? NaN) - meanA, (b[n] ?? NaN) - meanB];
    covariance += p * q;
    varianceA += p * p;
    varianceB += q * q;
  }
  const scale = Math.sqrt(varianceA * varianceB);
  return scale > 0 ? covariance / scale : 0;
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let n = 0; n < values.length; n++) sum += values[n] ?? NaN;
  return sum / values.length;
}
