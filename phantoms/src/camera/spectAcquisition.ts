import { GraywiseError, type VolumeGeometry } from '@graywise/physics';
import type { PaintedBody } from '../geometry/paintSlice.js';
import type { RandomSource } from '../random/randomSource.js';
import { addCountingNoise } from './addCountingNoise.js';
import { emissionImage } from './emissionImage.js';
import { gaussianKernel } from './gaussianKernel.js';
import { smoothVolume } from './smoothVolume.js';
import type { SpectCamera } from './spectCamera.js';

/** Taken from the global object once: in jest's sandbox every look at it costs more than the sum that follows. */
const { floor } = Math;
const FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.LN2);
const GREATEST_STORED = 65535;

/**
 * A reconstructed acquisition in counts per voxel. `bodies` carry the mean concentration during the acquisition, Bq/mL.
 *
 * Resolution is split: the camera blurs, counting adds Poisson noise, the post-filter smooths both; together they have the stated resolution. Counts become
 * whole numbers by dithering (rounded up with the probability of their fraction), so that the mean of low counts is kept.
 * Throws GW_DICOM_VALUE when a voxel would not fit into 16 bits.
 */
export function spectAcquisition(
  bodies: readonly PaintedBody[],
  geometry: VolumeGeometry,
  camera: SpectCamera,
  random: RandomSource,
): Uint16Array {
  const filter = postFilter(camera);
  const sigma =
    camera.resolutionMm === null ? 0 : Math.sqrt((camera.resolutionMm / FWHM_PER_SIGMA) ** 2 - variance(filter, camera.voxelMm));
  const counts = emissionImage(bodies, geometry, sigma);
  const voxelMl = camera.voxelMm ** 3 / 1000;
  const countsPerConcentration = voxelMl * camera.sensitivity * camera.viewsPerHead * camera.secondsPerView;
  for (let i = 0; i < counts.length; i++) counts[i] = (counts[i] ?? 0) * countsPerConcentration;
  addCountingNoise(counts, camera.detectedShare, random);
  if (filter.length > 1) smoothVolume(counts, geometry.size, filter);
  return dithered(counts, random);
}

function dithered(counts: Float32Array, random: RandomSource): Uint16Array {
  const stored = new Uint16Array(counts.length);
  for (let i = 0; i < counts.length; i++) {
    const count = floor((counts[i] ?? 0) + random.uniform());
    if (count > GREATEST_STORED) {
      throw new GraywiseError('GW_DICOM_VALUE', { tag: 'PixelData', expected: `at most ${GREATEST_STORED}`, found: count });
    }
    stored[i] = count;
  }
  return stored;
}

function postFilter({ postFilterMm, voxelMm }: SpectCamera): Float64Array {
  if (postFilterMm === 0) return Float64Array.of(1);
  return gaussianKernel(postFilterMm / FWHM_PER_SIGMA, voxelMm, -Math.ceil(1.7 * (postFilterMm / voxelMm)) * voxelMm);
}

/** The variance (mm^2) of a sampled kernel, which is not exactly that of the Gaussian it samples. */
function variance(kernel: Float64Array, spacingMm: number): number {
  return kernel.reduce((sum, weight, i) => sum + weight * ((i - (kernel.length - 1) / 2) * spacingMm) ** 2, 0);
}
