export type Triple = readonly [number, number, number];

export interface ConvolutionCase {
  readonly size: Triple;
  readonly kernelHalfSize: Triple;
  readonly volume: Float32Array;
  readonly kernelOctant: Float32Array;
}

/** Numbers from 0 to 1 that look random: a linear congruential sequence (Numerical Recipes, 1 664 525 and 1 013 904 223). */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** A volume of few hot voxels on a low background, and a kernel that falls like a dose kernel, not the same along the axes. */
export function convolutionCase(size: Triple, kernelHalfSize: Triple): ConvolutionCase {
  const next = uniforms(size[0] + 7 * kernelHalfSize[1]);
  const volume = Float32Array.from({ length: size[0] * size[1] * size[2] }, () => next() ** 8);
  const [hx, hy, hz] = kernelHalfSize;
  const kernelOctant = new Float32Array((hx + 1) * (hy + 1) * (hz + 1));
  let place = 0;
  for (let z = 0; z <= hz; z++)
    for (let y = 0; y <= hy; y++)
      for (let x = 0; x <= hx; x++) kernelOctant[place++] = Math.exp(-Math.hypot(x, 1.2 * y, 0.8 * z) / 3) / (1 + x * x + y * y + z * z);
  return { size, kernelHalfSize, volume, kernelOctant };
}

/**
 * Odd and even sizes, axes of one voxel, kernels that reach farther than the volume, rows that do not fill the lanes; padded lengths with each radix (2 to 6
 * and 8) in first, middle and last place.
 */
export const CASES: readonly ConvolutionCase[] = [
  convolutionCase([1, 1, 1], [0, 0, 0]),
  convolutionCase([1, 7, 5], [3, 9, 2]),
  convolutionCase([5, 4, 3], [1, 1, 1]),
  convolutionCase([37, 1, 11], [8, 4, 20]),
  convolutionCase([16, 1, 1], [9, 0, 0]),
  convolutionCase([20, 30, 17], [5, 4, 3]),
  convolutionCase([9, 33, 64], [12, 7, 30]),
  convolutionCase([64, 48, 40], [10, 10, 8]),
  convolutionCase([3, 130, 6], [1, 61, 2]),
];
