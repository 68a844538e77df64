import { exp } from '../../numerics/exp.js';
import { gaussLegendre } from '../../numerics/gaussLegendre.js';
import { FWHM_PER_SIGMA } from './gaussianWidth.js';

/** Pole of the interpolating cubic spline. */
const POLE = Math.sqrt(3) - 2;
/** Weights below this share of the largest are left out. */
const NEGLIGIBLE = 2e-4;
const QUADRATURE = gaussLegendre(8);

/** The point spread of an image along one axis. */
export interface ImageKernelInput {
  /** Resolution of the image: full width at half maximum of a Gaussian, mm. */
  readonly fwhmMm: number;
  /** Spacing of the grid that the weights are for, mm. */
  readonly spacingMm: number;
  /** Voxel size of the image that was carried to that grid by cubic splines; null: it lies on the grid itself. */
  readonly interpolatedFromMm: number | null;
}

/**
 * The point spread of an image at whole steps of a grid, adding to 1 (rule C14): the Gaussian of the camera, convolved with the interpolating cubic spline
 * where the image was interpolated.
 *
 * Where the voxels of the image lie relative to an organ is chance; averaged over it, interpolation is a convolution with its cardinal function (Unser 1999,
 * IEEE Signal Process. Mag. 16:22). It has no second moment, but takes away what is finer than two voxels, and with it 2 % more than the Gaussian does at
 * the edge of an organ in an image of 7 mm on voxels of 4.8 mm. Voxels enter as points: a voxel belongs to a region when its centre does (rule S4), so the
 * averaging over the camera's own voxel is in the measured width already, and that of the grid must not come on top.
 */
export function imageKernel({ fwhmMm, spacingMm, interpolatedFromMm }: ImageKernelInput): Float64Array {
  const sigma = fwhmMm / FWHM_PER_SIGMA;
  const spread = interpolatedFromMm === null ? gaussian(sigma) : interpolatedGaussian(sigma, interpolatedFromMm);
  const half: number[] = [spread(0)];
  const last = Math.ceil((5 * sigma + 4 * (interpolatedFromMm ?? 0)) / spacingMm);
  for (let step = 1; step <= last; step++) half.push(spread(step * spacingMm));
  const reach = half.findLastIndex(value => Math.abs(value) > NEGLIGIBLE * (half[0] ?? 0));
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, index) => half[Math.abs(index - reach)] ?? 0);
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  return kernel.map(weight => weight / total);
}

/** Without its constant factor. */
function gaussian(sigma: number): (x: number) => number {
  return x => exp((-x * x) / (2 * sigma * sigma));
}

/** The Gaussian convolved with sum of sqrt 3 z^|k| B(x / a - k), B the cubic B-spline. */
function interpolatedGaussian(sigma: number, voxelMm: number): (x: number) => number {
  const spread = gaussian(sigma);
  const smoothed = (x: number): number => {
    let sum = 0;
    for (let piece = -2; piece < 2; piece++)
      QUADRATURE.nodes.forEach((node, index) => {
        const u = piece + (node + 1) / 2;
        sum += ((QUADRATURE.weights[index] ?? 0) / 2) * cubicSpline(Math.abs(u)) * spread(x - u * voxelMm);
      });
    return sum;
  };
  return x => {
    let sum = smoothed(x);
    let power = POLE;
    for (let k = 1; k <= 10; k++, power *= POLE) sum += power * (smoothed(x - k * voxelMm) + smoothed(x + k * voxelMm));
    return sum;
  };
}

function cubicSpline(u: number): number {
  return u < 1 ? 2 / 3 - u * u + (u * u * u) / 2 : ((2 - u) * (2 - u) * (2 - u)) / 6;
}
