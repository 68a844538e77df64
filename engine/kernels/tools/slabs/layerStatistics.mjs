/** Mean and standard uncertainty by layer from independent estimates, each an array by layer. */
export function layerStatistics(estimates) {
  const count = estimates.length;
  return Array.from(estimates[0], (_unused, layer) => {
    const mean = estimates.reduce((sum, estimate) => sum + estimate[layer], 0) / count;
    const squares = estimates.reduce((sum, estimate) => sum + (estimate[layer] - mean) ** 2, 0);
    return { mean, uncertainty: Math.sqrt(squares / (count * (count - 1))) };
  });
}

/** Layer by layer the sum of independent means. */
export function sumOfLayers(...parts) {
  return parts[0].map((_unused, layer) => ({
    mean: parts.reduce((sum, part) => sum + part[layer].mean, 0),
    uncertainty: Math.hypot(...parts.map(part => part[layer].uncertainty)),
  }));
}

/** Values by voxel, or by part of a layer, added up to `count` layers. */
export function addedToLayers(values, count) {
  const sums = new Float64Array(count);
  const perLayer = values.length / count;
  values.forEach((value, place) => (sums[Math.floor(place / perLayer)] += value));
  return sums;
}
