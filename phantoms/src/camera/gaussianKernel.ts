/**
 * The weights of a Gaussian at equidistant samples, normalised to 1. `firstMm` is the position of the first sample relative to the centre; samples
 * reach as far on the other side. A standard deviation of zero gives all weight to the nearest.
 */
export function gaussianKernel(sigmaMm: number, spacingMm: number, firstMm: number): Float64Array {
  const count = Math.round((-2 * firstMm) / spacingMm) + 1;
  const weights = Float64Array.from({ length: count }, (_, i) => Math.exp(-((firstMm + i * spacingMm) ** 2) / (2 * sigmaMm * sigmaMm)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map(weight => weight / total);
}
