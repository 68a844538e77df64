import type { Volume } from '../../volume/volumeGeometry.js';

/** The lowest and the highest value within so many voxels of each voxel, along every axis. Arrays in the order of the volume's voxels. */
export function localExtremes(
  { data, geometry }: Volume,
  radii: readonly number[],
): { readonly lowest: Float32Array; readonly highest: Float32Array } {
  const [columns, rows, slices] = geometry.size;
  const axes = [
    { stride: 1, count: columns },
    { stride: columns, count: rows },
    { stride: columns * rows, count: slices },
  ];
  let [lowest, highest] = [data, data];
  axes.forEach(({ stride, count }, axis) => {
    const radius = radii[axis] ?? 0;
    lowest = alongAxis(lowest, stride, count, radius, Math.min);
    highest = alongAxis(highest, stride, count, radius, Math.max);
  });
  return { lowest, highest };
}

function alongAxis(
  data: Float32Array,
  stride: number,
  count: number,
  radius: number,
  pick: (a: number, b: number) => number,
): Float32Array {
  return data.map((own, voxel) => {
    const at = Math.floor(voxel / stride) % count;
    let picked = own;
    for (let step = Math.max(-radius, -at); step <= Math.min(radius, count - 1 - at); step++)
      picked = pick(picked, data[voxel + step * stride] ?? own);
    return picked;
  });
}
