/**
 * The least and the most value in a box of voxels around every voxel, `reach` voxels to either side along each axis; the box ends at the grid's edge. One axis
 * after the other.
 */
export function slidingRange(
  values: Float32Array,
  size: readonly [number, number, number],
  reach: readonly [number, number, number],
): { least: Float32Array; most: Float32Array } {
  let [least, most] = [values, values];
  let stride = 1;
  size.forEach((length, axis) => {
    const [lower, upper] = [least.slice(), most.slice()];
    const run = stride * length;
    for (let distance = stride; distance <= stride * (reach[axis] ?? 0); distance += stride)
      for (let start = 0; start < values.length; start += run)
        for (let low = start, high = start + distance; high < start + run; low++, high++) {
          lower[low] = Math.min(lower[low] ?? NaN, least[high] ?? NaN);
          lower[high] = Math.min(lower[high] ?? NaN, least[low] ?? NaN);
          upper[low] = Math.max(upper[low] ?? NaN, most[high] ?? NaN);
          upper[high] = Math.max(upper[high] ?? NaN, most[low] ?? NaN);
        }
    [least, most] = [lower, upper];
    stride = run;
  });
  return { least, most };
}
