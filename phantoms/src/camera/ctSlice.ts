import type { VolumeGeometry } from '@graywise/physics';
import { paintSlice, type PaintedBody } from '../geometry/paintSlice.js';
import type { RandomSource } from '../random/randomSource.js';
import type { CtScanner } from './ctScanner.js';
import { gaussianKernel } from './gaussianKernel.js';
import { smoothVolume } from './smoothVolume.js';

/** Taken from the global object once: in jest's sandbox every look at it costs more than the sum that follows. */
const { max, min, round } = Math;

/** What is subtracted from a stored value to have HU, and the greatest stored value of 12 bits. */
export const CT_INTERCEPT = -1024;
const GREATEST_STORED = 4095;
const AIR_HOUNSFIELD = -1000;
const LINES = 2;

/**
 * Slice `k` of a CT as stored values (HU + 1024). `bodies` carry HU above air, so that empty space is air.
 *
 * Means over the voxels, white noise, then the in-plane resolution of the scanner, which gives noise its grain; the noise has the stated size afterwards.
 */
export function ctSlice(
  bodies: readonly PaintedBody[],
  geometry: VolumeGeometry,
  k: number,
  scanner: CtScanner,
  quantiles: Float32Array,
  random: RandomSource,
): Uint16Array {
  const [columns, rows] = geometry.size;
  const slice = new Float32Array(columns * rows);
  const kernel = gaussianKernel(scanner.sigmaMm, scanner.pixelMm, -2 * scanner.pixelMm);
  const noise = scanner.noiseHounsfield / kernel.reduce((sum, weight) => sum + weight * weight, 0);
  paintSlice(bodies, geometry, k, LINES, slice);
  for (let i = 0; i < slice.length; i += 2) {
    const bits = random.bits();
    slice[i] = (slice[i] ?? 0) + noise * (quantiles[bits & 0xfff] ?? 0);
    slice[i + 1] = (slice[i + 1] ?? 0) + noise * (quantiles[bits >>> 20] ?? 0);
  }
  smoothVolume(slice, [columns, rows], kernel);
  const stored = new Uint16Array(slice.length);
  for (let i = 0; i < slice.length; i++) stored[i] = min(GREATEST_STORED, max(0, round((slice[i] ?? 0) + AIR_HOUNSFIELD - CT_INTERCEPT)));
  return stored;
}
