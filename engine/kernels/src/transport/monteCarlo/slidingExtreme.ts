/**
 * The least or the most value in a box of voxels around every voxel, `reach` voxels to either side along each axis; the box ends at the grid's edge. One axis
 * after the other.
 */
export function slidingExtreme<Values extends Float32Array | Float64Array>(
  values: Values,
  size: readonly [number, number, number],
  reach: readonly [number, number, number],
  extreme: (a: number, b: number) => number,
): Values {
  let from = values;
  let stride = 1;
  size.forEach((length, axis) => {
    const to = from.slice() as Values;
    const run = stride * length;
    for (let distance = stride; distance <= stride * (reach[axis] ?? 0); distance += stride)
      for (let start = 0; start < from.length; start += run)
        for (let place = 0; place < run - distance; place++) {
          const [low, high] = [start + place, start + place + distance];
          to[low] = extreme(to[low] ?? NaN, from[high] ?? NaN);
          to[high] = extreme(to[high] ?? NaN, from[low] ?? NaN);
        }
    from = to;
    stride *= length;
  });
  return from;
}
