import { edgeShare } from '../../src/stages/edgeShare.js';
import { shiftSpread } from '../../src/stages/shiftSpread.js';
import { concentrationOn, cube, regionOn } from './grids.js';

type Point = readonly [number, number, number];

const SIZE = 32;
const SPACING_MM = 2;
const RADIUS = 10;
const grid = cube(SIZE, SPACING_MM);
const inSphere = ([i, j, k]: Point): boolean => Math.hypot(i - 15.5, j - 15.5, k - 15.5) < RADIUS;
const inBox = ([i, j, k]: Point): boolean => [i, j, k].every(at => at >= 8 && at < 20);
const sphere = regionOn(grid, inSphere);
const box = regionOn(grid, inBox);
const count = (mask: Uint8Array): number => mask.reduce((sum, voxel) => sum + voxel, 0);

describe('how much activity follows when an outline moves', () => {
  it('E1: is all of it where the activity goes on beyond the outline', () => {
    const everywhere = concentrationOn(grid, () => 5);
    expect(edgeShare(everywhere, sphere, count(sphere.mask))).toBeCloseTo(1, 12);
  });

  it('E2: is half of it where the activity ends at the outline, as for a sphere in cold surroundings', () => {
    const hot = concentrationOn(grid, index => (inSphere(index) ? 5 : 0));
    expect(edgeShare(hot, sphere, count(sphere.mask))).toBeCloseTo(0.5, 12);
  });

  it('E3: is nothing for an outline in the cold rim around the activity, and for a region without activity', () => {
    const core = concentrationOn(grid, ([i, j, k]) => (Math.hypot(i - 15.5, j - 15.5, k - 15.5) < RADIUS - 3 ? 5 : 0));
    expect(edgeShare(core, sphere, count(sphere.mask))).toBe(0);
    expect(
      edgeShare(
        concentrationOn(grid, () => 0),
        sphere,
        count(sphere.mask),
      ),
    ).toBe(0);
  });
});

describe('what a scan that lies off takes from a region', () => {
  const shiftMm = 1.5;
  const millilitrePerMm3 = 1e-3;

  it('S1: is nothing in uniform activity', () => {
    expect(
      shiftSpread(
        concentrationOn(grid, () => 7),
        sphere,
        shiftMm,
      ),
    ).toBe(0);
  });

  it('S2: is face times shift for a hot box in cold surroundings', () => {
    const hot = concentrationOn(grid, index => (inBox(index) ? 5 : 0));
    const faceMm2 = (12 * SPACING_MM) ** 2;
    expect(shiftSpread(hot, box, shiftMm)).toBeCloseTo(5 * faceMm2 * shiftMm * millilitrePerMm3, 9);
  });

  it('S3: is the shadow of a sphere times shift for a hot sphere in cold surroundings', () => {
    const hot = concentrationOn(grid, index => (inSphere(index) ? 5 : 0));
    const shadowMm2 = Math.PI * (RADIUS * SPACING_MM) ** 2;
    const expected = 5 * shadowMm2 * shiftMm * millilitrePerMm3;
    // A sphere of ten voxels' radius has a shadow of whole voxels: within 3 % of the circle.
    expect(Math.abs(shiftSpread(hot, sphere, shiftMm) / expected - 1)).toBeLessThan(0.03);
  });

  it('S4: grows with the gradient, shared by three directions of which one counts', () => {
    const rising = concentrationOn(grid, ([i]) => 3 * i);
    const millilitres = 12 ** 3 * SPACING_MM ** 3 * millilitrePerMm3;
    expect(shiftSpread(rising, box, shiftMm)).toBeCloseTo(((3 / SPACING_MM) * shiftMm * millilitres) / Math.sqrt(3), 9);
  });

  it('S5: is nothing for a region without voxels', () => {
    expect(
      shiftSpread(
        concentrationOn(grid, ([i]) => i),
        regionOn(grid, () => false),
        shiftMm,
      ),
    ).toBe(0);
  });
});
