/** Part of a grid: index of its first voxel and its size. */
export interface Box {
  readonly low: readonly [number, number, number];
  readonly size: readonly [number, number, number];
}

/**
 * Convolves what lies in a box with a kernel of odd length along each axis, in place; beyond the box there is nothing. x is fastest.
 * Sums are in the order of the kernel, so the bits do not depend on the machine.
 */
export function blurredMask(
  data: Float32Array,
  [nx, ny, nz]: Box['size'],
  kernels: readonly [Float64Array, Float64Array, Float64Array],
): Float32Array {
  const other = new Float32Array(data.length);
  alongRows(data, other, nx, kernels[0]);
  for (let k = 0; k < nz; k++) alongBlocks(other, data, k * nx * ny, nx, ny, kernels[1]);
  alongBlocks(data, other, 0, nx * ny, nz, kernels[2]);
  return other;
}

function alongRows(from: Float32Array, to: Float32Array, length: number, kernel: Float64Array): void {
  const reach = (kernel.length - 1) / 2;
  for (let start = 0; start < from.length; start += length) {
    let first = 0;
    while (first < length && from[start + first] === 0) first++;
    if (first === length) continue;
    let last = length - 1;
    while (from[start + last] === 0) last--;
    for (let i = Math.max(0, first - reach); i <= Math.min(length - 1, last + reach); i++) {
      let sum = 0;
      for (let at = Math.max(first, i - reach); at <= Math.min(last, i + reach); at++)
        sum += (kernel[at - i + reach] ?? 0) * (from[start + at] ?? 0);
      to[start + i] = sum;
    }
  }
}

/** Along the axis whose neighbours lie `block` values apart: whole blocks are added, which keeps memory in order. */
function alongBlocks(from: Float32Array, to: Float32Array, start: number, block: number, count: number, kernel: Float64Array): void {
  const reach = (kernel.length - 1) / 2;
  to.fill(0, start, start + block * count);
  for (let source = 0; source < count; source++) {
    const read = start + source * block;
    let first = 0;
    while (first < block && from[read + first] === 0) first++;
    if (first === block) continue;
    let last = block - 1;
    while (from[read + last] === 0) last--;
    for (let target = Math.max(0, source - reach); target <= Math.min(count - 1, source + reach); target++) {
      const weight = kernel[target - source + reach] ?? 0;
      const shift = (target - source) * block;
      for (let at = read + first; at <= read + last; at++) to[at + shift] = (to[at + shift] ?? 0) + weight * (from[at] ?? 0);
    }
  }
}
