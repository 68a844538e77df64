import { gridGeometry } from '../src/geometry/gridGeometry.js';
import { convexBody } from '../src/geometry/convexBody.js';
import { emissionImage } from '../src/camera/emissionImage.js';
import { spectAcquisition } from '../src/camera/spectAcquisition.js';
import { spectCamera } from '../src/camera/spectCamera.js';
import { ctScanner } from '../src/camera/ctScanner.js';
import { ctSlice } from '../src/camera/ctSlice.js';
import { normalQuantiles } from '../src/random/normalQuantiles.js';
import { randomSource } from '../src/random/randomSource.js';

const SIGMA_PER_FWHM = 1 / (2 * Math.sqrt(2 * Math.LN2));
const VOXEL = 4.42;
const geometry = gridGeometry([32, 32, 32], [VOXEL, VOXEL, VOXEL], [0, 0, 0], '');
function total(data: ArrayLike<number>, from = 0, to = data.length): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += data[i]!;
  return sum;
}

/** Variance of an image along z, mm^2. */
function varianceAlongZ(data: ArrayLike<number>, slices: number): number {
  const area = data.length / slices;
  const perSlice = Array.from({ length: slices }, (_, k) => total(data, k * area, (k + 1) * area));
  const sum = total(perSlice);
  const mean = perSlice.reduce((at, value, k) => at + k * value, 0) / sum;
  return (perSlice.reduce((at, value, k) => at + (k - mean) ** 2 * value, 0) / sum) * VOXEL ** 2;
}

describe('emission image', () => {
  const radius = 9;
  const ball = { body: convexBody('ellipsoid', { centre: [1.1, -2.3, 0.9], half: [radius, radius, radius] }), value: 5 };

  it('keeps the sum and has the stated resolution', () => {
    const sigma = 7 * SIGMA_PER_FWHM;
    const image = emissionImage([ball], geometry, sigma);
    const volume = (4 / 3) * Math.PI * radius ** 3;
    // Claimed: 0.2 %.
    expect(Math.abs((total(image) * VOXEL ** 3) / (5 * volume) - 1)).toBeLessThan(0.002);
    // A ball has the variance r^2 / 5 along any axis, the camera adds its own; the kernel is cut at 4 standard deviations, and the sampling of a variance costs as much.
    expect(varianceAlongZ(image, 32) / (radius ** 2 / 5 + sigma ** 2)).toBeCloseTo(1, 2);
  });

  it('sees activity from beyond the field of view', () => {
    const column = { body: convexBody('cylinder', { centre: [0, 0, 0], half: [20, 20, 500] }), value: 1 };
    const image = emissionImage([column], geometry, 3);
    const middle = 16 * 32 + 16;
    expect(image[middle]! / image[16 * 32 * 32 + middle]!).toBeCloseTo(1, 5);
  });

  it('of an ideal camera is the activity itself', () => {
    const image = emissionImage([ball], geometry, 0);
    expect(new Set(image)).toEqual(new Set([0, 5]));
  });
});

describe('SPECT acquisition', () => {
  const body = convexBody('ellipsoid', { centre: [0.4, 0.2, -0.9], half: [40, 35, 38] });
  const concentration = 2e5;
  const volumeMl = (4 / 3) * Math.PI * 40 * 35 * 38 * 1e-3;

  it('counts what sensitivity, time and activity make, with the noise of what was detected', () => {
    const camera = spectCamera('full', 7);
    const counts = spectAcquisition([{ body, value: concentration }], geometry, camera, randomSource(1, 'test'));
    const expected = concentration * volumeMl * 9e-6 * 1200;
    // Noise: sqrt of the detected counts, 0.05 % here; five of them, and the 0.2 % of the sum.
    expect(Math.abs(total(counts) / expected - 1)).toBeLessThan(0.002 + 5 / Math.sqrt(expected * camera.detectedShare));
  });

  it('splits its resolution between camera and post-filter so that both together have the stated one', () => {
    const radius = 9;
    const small = convexBody('ellipsoid', { centre: [1.1, -2.3, 0.9], half: [radius, radius, radius] });
    const counts = spectAcquisition(
      [{ body: small, value: 4e7 }],
      geometry,
      { ...spectCamera('full', 7), sensitivity: 6e-7 },
      randomSource(1, 'blur'),
    );
    // 1e5 counts: the variance has a standard error of sqrt(2 / n) = 0.9 % at the detected share.
    expect(Math.abs(varianceAlongZ(counts, 32) / (radius ** 2 / 5 + (7 * SIGMA_PER_FWHM) ** 2) - 1)).toBeLessThan(0.03);
  });

  it('keeps the mean of counts far below one', () => {
    const counts = spectAcquisition([{ body, value: 300 }], geometry, spectCamera('full', 7), randomSource(1, 'low'));
    const expected = 300 * volumeMl * 9e-6 * 1200;
    expect(Math.abs(total(counts) / expected - 1)).toBeLessThan(5 / Math.sqrt(expected * 0.26));
  });

  it('refuses what 16 bits cannot hold', () => {
    expect(() => spectAcquisition([{ body, value: 1e9 }], geometry, spectCamera('full', 7), randomSource(1, 'much'))).toThrow(
      expect.objectContaining({ code: 'GW_DICOM_VALUE' }),
    );
  });
});

describe('CT', () => {
  it('shows HU with the stated noise', () => {
    const scanner = ctScanner('full');
    const grid = gridGeometry([256, 256, 3], [1.95, 1.95, 3], [0, 0, 0], '');
    const water = { body: convexBody('cylinder', { centre: [0, 0, 0], half: [220, 220, 100] }), value: 1000 };
    const slice = ctSlice([water], grid, 1, scanner, normalQuantiles(), randomSource(1, 'ct'));
    const inside = Array.from(slice).filter((_value, i) => Math.hypot((i % 256) - 127.5, Math.floor(i / 256) - 127.5) < 100);
    const mean = total(inside) / inside.length;
    const deviation = Math.sqrt(inside.reduce((sum, value) => sum + (value - mean) ** 2, 0) / inside.length);
    expect(mean - 1024).toBeCloseTo(0, 0);
    // 31000 correlated pixels: well within 2 %.
    expect(Math.abs(deviation / 17 - 1)).toBeLessThan(0.02);
  });
});
