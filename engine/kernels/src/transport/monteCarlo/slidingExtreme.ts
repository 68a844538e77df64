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
    for (let distance = 1; distance <= (reach[axis] ?? 0); distance++) {
      for (let voxel = 0; voxel < from.length; voxel++) {
        const place = Math.floor(voxel / stride) % length;
        const here = to[voxel] ?? NaN;
        const below = place >= distance ? (from[voxel - distance * stride] ?? here) : here;
        const above = place + distance < length ? (from[voxel + distance * stride] ?? here) : here;
        to[voxel] = extreme(here, extreme(below, above));
      }
    }
    from = to;
    stride *= length;
  });
  return from;
}
