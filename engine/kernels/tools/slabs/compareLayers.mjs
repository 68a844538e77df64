/**
 * Layers against those of a judge, both `{ mean, uncertainty }`, where `shown`: the mean of the differences weighted by their statistics, the largest difference, each with its
 * standard uncertainty, and chi-square per layer. Shares, not per cent.
 */
export function compareLayers(ours, judge, shown) {
  const differences = ours.flatMap(({ mean, uncertainty }, layer) =>
    shown[layer]
      ? [{ value: mean / judge[layer].mean - 1, uncertainty: Math.hypot(uncertainty, judge[layer].uncertainty) / judge[layer].mean }]
      : [],
  );
  const weights = differences.map(({ uncertainty }) => uncertainty ** -2);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    count: differences.length,
    mean: { value: differences.reduce((sum, { value }, layer) => sum + value * weights[layer], 0) / all, uncertainty: 1 / Math.sqrt(all) },
    largest: differences.reduce((worst, each) => (Math.abs(each.value) > Math.abs(worst.value) ? each : worst)),
    chiSquare: differences.reduce((sum, { value, uncertainty }) => sum + (value / uncertainty) ** 2, 0) / differences.length,
  };
}
