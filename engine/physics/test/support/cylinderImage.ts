import { invertTransform, rigidTransform, transformPoint, voxelCount, type Volume, type VolumeGeometry } from '@graywise/physics';
import { gaussianSampler } from './gaussianSampler.js';

/** A uniform cylinder as a gamma camera of Gaussian resolution sees it. Lengths in mm; the cylinder stands on z before it is turned. */
export interface CylinderImage {
  readonly geometry: VolumeGeometry;
  readonly radius: number;
  readonly length: number;
  readonly centreLps: readonly [number, number, number];
  readonly rotationDegrees: readonly [number, number, number];
  readonly fwhm: number;
  readonly countsPerMl: number;
  /** Seed of the noise (normal, of variance N); null for none. */
  readonly noise: number | null;
}

const SAMPLES = 3;

/** The counts of the cylinder, on a grid with axes along LPS: sampled 3 x 3 x 3 times per voxel, then blurred axis by axis. */
export function cylinderImage({
  geometry,
  radius,
  length,
  centreLps,
  rotationDegrees,
  fwhm,
  countsPerMl,
  noise,
}: CylinderImage): Volume<'counts'> {
  const turn = rigidTransform({ rotationDegrees, translationMm: centreLps, centreLps: [0, 0, 0], from: '', to: '' });
  const back = invertTransform(turn).matrixLps;
  const [ni, nj] = geometry.size;
  const [si, sj, sk] = geometry.spacingMm;
  const perSample = (countsPerMl * si * sj * sk) / 1000 / SAMPLES ** 3;
  let data = new Float64Array(voxelCount(geometry));
  const diagonal = Math.hypot(si, sj, sk);
  for (let v = 0; v < data.length; v++) {
    const index = [v % ni, Math.floor(v / ni) % nj, Math.floor(v / (ni * nj))] as const;
    const depthAt = (part: readonly [number, number, number]): number => {
      const at = (axis: 0 | 1 | 2): number => geometry.originLps[axis] + geometry.spacingMm[axis] * (index[axis] + part[axis]);
      const [x, y, z] = transformPoint(back, [at(0), at(1), at(2)]);
      return Math.min(radius - Math.hypot(x, y), length / 2 - Math.abs(z));
    };
    const depth = depthAt([0, 0, 0]);
    if (depth > diagonal) data[v] = perSample * SAMPLES ** 3;
    for (let s = 0; Math.abs(depth) <= diagonal && s < SAMPLES ** 3; s++) {
      const part = [s, s / SAMPLES, s / SAMPLES ** 2].map(step => ((Math.floor(step) % SAMPLES) + 0.5) / SAMPLES - 0.5);
      if (depthAt(part as [number, number, number]) > 0) data[v] = data[v]! + perSample;
    }
  }
  for (const [axis, stride] of [1, ni, ni * nj].entries())
    data = blurred(data, geometry.size[axis]!, stride, fwhm / 2.354820045 / geometry.spacingMm[axis]!);
  const next = noise === null ? () => 0 : gaussianSampler(noise);
  return { geometry, unit: 'counts', data: Float32Array.from(data, counts => counts + Math.sqrt(counts) * next()) };
}

function blurred(data: Float64Array, size: number, stride: number, sigma: number): Float64Array<ArrayBuffer> {
  const reach = Math.ceil(5 * sigma);
  const weights = Array.from({ length: 2 * reach + 1 }, (_unused, at) =>
    sigma === 0 ? 1 : Math.exp(-((at - reach) ** 2) / (2 * sigma * sigma)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const result = new Float64Array(data.length);
  for (let v = 0; v < data.length; v++) {
    if (data[v] === 0) continue;
    const position = Math.floor(v / stride) % size;
    for (let step = -reach; step <= reach; step++) {
      if (position + step < 0 || position + step >= size) continue;
      result[v + step * stride] = result[v + step * stride]! + (data[v]! * weights[step + reach]!) / total;
    }
  }
  return result;
}
