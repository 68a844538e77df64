import type { PointLps, RigidTransform, Volume, VolumeGeometry } from '@graywise/physics';
import { activityAt, normalDeviates, sampled } from './syntheticBody.js';

/**
 * A SPECT of the trunk with about `counts` counts: blurred by the camera (12 mm FWHM), Poisson noise (as normal deviates, cut at 0), and smoothed as
 * a reconstruction is (6 mm). `activity` replaces the activity of the trunk, for another moment of the same patient.
 */
export function syntheticSpect(
  geometry: VolumeGeometry,
  options: { counts: number; seed: number; moved?: RigidTransform; activity?: (p: PointLps) => number },
): Volume<'counts'> {
  const blurred = smoothed(sampled(geometry, options.activity ?? activityAt, options.moved ?? null), geometry, 12);
  const scale = options.counts / blurred.reduce((sum, value) => sum + value, 0);
  const deviate = normalDeviates(options.seed);
  const noisy = blurred.map(value => Math.max(0, value * scale + Math.sqrt(value * scale) * deviate()));
  return { unit: 'counts', geometry, data: smoothed(noisy, geometry, 6) };
}

function smoothed(data: Float32Array, { size, spacingMm }: VolumeGeometry, widthMm: number): Float32Array {
  const steps = [1, size[0], size[0] * size[1]];
  return [0, 1, 2].reduce((source, axis) => {
    const sigma = widthMm / Math.sqrt(8 * Math.LN2) / (spacingMm[axis] ?? 1);
    const reach = Math.ceil(3 * sigma);
    const weights = Array.from({ length: 2 * reach + 1 }, (_, n) => Math.exp(-((n - reach) ** 2) / (2 * sigma ** 2)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const step = steps[axis] ?? 1;
    return source.map((_, voxel) => {
      const position = Math.floor(voxel / step) % (size[axis] ?? 1);
      let sum = 0;
      for (let n = -reach; n <= reach; n++) {
        if (position + n >= 0 && position + n < (size[axis] ?? 1)) sum += (weights[n + reach] ?? 0) * (source[voxel + n * step] ?? 0);
      }
      return sum / total;
    });
  }, data);
}
