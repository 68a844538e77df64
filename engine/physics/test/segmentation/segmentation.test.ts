import * as fc from 'fast-check';
import {
  coverageOfRegion,
  croppedGeometry,
  identityTransform,
  indexToLps,
  lpsToIndex,
  maskOnGrid,
  millilitre,
  outlineUncertainty,
  regionActivity,
  regionMass,
  regionVolume,
  regionVoxelCount,
  relativeUncertainty,
  rigidTransform,
  unionOfRegions,
  voxelCount,
  voxelVolume,
  type RegionMask,
  type Volume,
  type VolumeGeometry,
} from '@graywise/physics';
import { anyGeometry } from '../support/anyGeometry.js';

const grid = (size: [number, number, number], spacing: number, changes: Partial<VolumeGeometry> = {}): VolumeGeometry => ({
  size,
  spacingMm: [spacing, spacing, spacing],
  originLps: [0, 0, 0],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1.2',
  ...changes,
});

/** The voxels whose centres lie within a ball. */
function ball(geometry: VolumeGeometry, centre: readonly [number, number, number], radius: number, name = 'lesion-1'): RegionMask {
  const mask = new Uint8Array(voxelCount(geometry));
  const [ni, nj] = geometry.size;
  for (let v = 0; v < mask.length; v++) {
    const [x, y, z] = indexToLps(geometry, [v % ni, Math.floor(v / ni) % nj, Math.floor(v / (ni * nj))]);
    mask[v] = Math.hypot(x - centre[0], y - centre[1], z - centre[2]) < radius ? 1 : 0;
  }
  return { name, label: name, color: [255, 0, 0], geometry, mask, source: null };
}

const filled = <U extends 'g/mL' | 'Bq/mL'>(geometry: VolumeGeometry, unit: U, value: number): Volume<U> => ({
  geometry,
  unit,
  data: new Float32Array(voxelCount(geometry)).fill(value),
});

describe('volume and mass', () => {
  it('S1 counts voxels whole: a ball of 20 mm has its volume', () => {
    const region = ball(grid([50, 50, 50], 1), [24.3, 24.6, 24.1], 20);
    // 0.2 %: lattice points in a ball of 20 spacings.
    expect(Math.abs(regionVolume(region).value / ((4 / 3) * Math.PI * 8) - 1)).toBeLessThan(0.002);
  });

  it('S2 the uncertainty of an outline is that of the EANM guidance', () => {
    // 20 mL, voxel 4.6 mm, resolution 12 mm: u(d) = 7.447 mm, u(V)/V = 66.34 %, from the formula in numpy; on CT (voxel 4.6, resolution 2 mm) a sixth of it.
    expect(outlineUncertainty(20, grid([1, 1, 1], 4.6), 12)).toBeCloseTo(0.66341, 5);
    expect(outlineUncertainty(20, grid([1, 1, 1], 4.6), 0)).toBeCloseTo((3 * 4.6) / Math.sqrt(6) / 33.6778, 5);
    expect(outlineUncertainty(20, grid([1, 1, 1], 2), null)).toBe(outlineUncertainty(20, grid([1, 1, 1], 2), 2));
  });

  it('S2 the outline is one variable: volume and mass share it, and may share it with more', () => {
    const geometry = grid([30, 30, 30], 2);
    const region = ball(geometry, [30, 30, 30], 20);
    const options = { outlinedOn: grid([1, 1, 1], 1), resolutionMm: 1.5, outlineKey: 'volume:2:lesion-1' };
    const volume = regionVolume(region, options);
    expect(volume.contributions).toEqual([{ source: 'volume', key: 'volume:2:lesion-1', standardUncertainty: volume.standardUncertainty }]);
    expect(volume.distribution).toBe('lognormal');
    expect(relativeUncertainty(volume)).toBeCloseTo(outlineUncertainty(volume.value, grid([1, 1, 1], 1), 1.5), 12);
    const mass = regionMass(region, filled(geometry, 'g/mL', 1.05), options);
    expect(mass.value).toBeCloseTo((volume.value * 1.05) / 1000, 8);
    expect(mass.contributions.map(({ key }) => key)).toEqual(['volume:2:lesion-1', 'density']);
    expect(relativeUncertainty(mass)).toBeCloseTo(Math.hypot(relativeUncertainty(volume), 0.02), 12);
  });

  it('S3 the density may come from the finer grid of a CT, which must cover the region', () => {
    const region = ball(grid([30, 30, 30], 2), [30, 30, 30], 20);
    const ct = filled(grid([60, 60, 60], 1), 'g/mL', 1.05);
    expect(regionMass(region, ct).value / regionMass(region, filled(region.geometry, 'g/mL', 1.05)).value).toBeCloseTo(1, 6);
    const short = filled(grid([60, 60, 20], 1), 'g/mL', 1.05);
    expect(() => regionMass(region, short)).toThrow(expect.objectContaining({ code: 'GW_OUTSIDE_CT' }));
  });

  it('S1 refuses a region without voxels', () => {
    const empty = { ...ball(grid([3, 3, 3], 1), [0, 0, 0], 1), mask: new Uint8Array(27) };
    for (const measure of [
      () => regionVolume(empty),
      () => regionActivity(filled(empty.geometry, 'Bq/mL', 1), empty),
      () => coverageOfRegion(empty, empty.geometry),
    ]) {
      expect(measure).toThrow(expect.objectContaining({ code: 'GW_NO_REGIONS' }));
    }
  });
});

describe('regions on other grids', () => {
  it('S4 on its own grid and on the same voxels in any orientation a region is what it was', () => {
    fc.assert(
      fc.property(anyGeometry, fc.integer({ min: 1, max: 1000 }), (geometry, seed) => {
        const mask = Uint8Array.from({ length: voxelCount(geometry) }, (_unused, v) => ((v * 7919 + seed) % 5 === 0 ? 1 : 0));
        const region: RegionMask = { name: 'a', label: 'a', color: [0, 0, 0], geometry, mask, source: null };
        // A voxel that is interpolated at its own centre is itself, to rounding; the copy of the geometry keeps the short cut out.
        const copy = { ...geometry, originLps: geometry.originLps.map(x => x + 1e-9) as unknown as VolumeGeometry['originLps'] };
        expect(maskOnGrid(region, copy).mask).toEqual(mask);
      }),
      { numRuns: 50 },
    );
  });

  it('S4 follows the outline between slices better than the nearest voxel does', () => {
    const drawn = ball({ ...grid([60, 60, 40], 1.95), spacingMm: [1.95, 1.95, 3] }, [58.1, 57.3, 59.2], 24);
    const target = grid([54, 54, 54], 2.21, { originLps: [0.4, 0.3, 0.2] });
    const truth = ball(target, [58.1, 57.3, 59.2], 24).mask;
    const wrong = (mask: Uint8Array): number =>
      mask.reduce((sum, inside, voxel) => sum + (inside === truth[voxel] ? 0 : 1), 0) / truth.reduce((a, b) => a + b, 0);
    const nearest = Uint8Array.from({ length: voxelCount(target) }, (_unused, v) => {
      const point = indexToLps(target, [v % 54, Math.floor(v / 54) % 54, Math.floor(v / (54 * 54))]);
      const [i, j, k] = lpsToIndex(drawn.geometry, point).map(Math.round) as [number, number, number];
      return drawn.mask[i + 60 * (j + 60 * k)] ?? 0;
    });
    const interpolated = maskOnGrid(drawn, target);
    // Misplaced voxels of a 58 mL ball: 6.9 % by the nearest voxel, 4.6 % by the half level.
    expect(wrong(interpolated.mask)).toBeLessThan(0.75 * wrong(nearest));
    // The half level rounds the corners of the slices off: a convex region loses less than 1 %.
    expect(regionVolume(interpolated).value / regionVolume(drawn).value).toBeGreaterThan(0.99);
    expect(regionVolume(interpolated).value / regionVolume(drawn).value).toBeLessThan(1);
  });

  it('S4 a region is the same whether its grid ends with it or goes on', () => {
    // 4 mm slices under 2.4 mm voxels, as a CT lies under a dose map: many outlines run through the centres of voxels.
    const whole = ball(grid([24, 24, 24], 4), [46, 46, 46], 19);
    const [first, last] = [6, 17];
    const trimmed: RegionMask = {
      ...whole,
      geometry: croppedGeometry(whole.geometry, [first, first, first], [last, last, last]),
      mask: Uint8Array.from({ length: 12 ** 3 }, (_unused, v) => {
        const [i, j, k] = [v % 12, Math.floor(v / 12) % 12, Math.floor(v / 144)];
        return whole.mask[i + first + 24 * (j + first + 24 * (k + first))] ?? 0;
      }),
    };
    const target = grid([40, 40, 40], 2.4, { originLps: [0.4, 0.4, 0.4] });
    const rounded = { ...trimmed, geometry: { ...trimmed.geometry, originLps: trimmed.geometry.originLps.map(x => x + 1e-6) as never } };
    expect(trimmed.mask.filter(inside => inside === 1)).toHaveLength(whole.mask.filter(inside => inside === 1).length);
    expect(maskOnGrid(trimmed, target).mask).toEqual(maskOnGrid(whole, target).mask);
    expect(maskOnGrid(rounded, target).mask).toEqual(maskOnGrid(whole, target).mask);
  });

  it('S4 a flipped grid has the same voxels in the other order, and a motion carries the region', () => {
    const geometry = grid([5, 4, 3], 2);
    const region = ball(geometry, [0, 0, 0], 4.1);
    const flipped = grid([5, 4, 3], 2, { originLps: [8, 0, 0], direction: [-1, 0, 0, 0, 1, 0, 0, 0, 1] });
    const turned = maskOnGrid(region, flipped);
    for (let i = 0; i < 5; i++) expect(turned.mask[i]).toBe(region.mask[4 - i]);
    const shift = rigidTransform({ rotationDegrees: [0, 0, 0], translationMm: [-2, 0, 0], centreLps: [0, 0, 0], from: '1.1', to: '1.2' });
    const moved = maskOnGrid(region, { ...geometry, frameOfReferenceUid: '1.1' }, shift);
    expect([...moved.mask.slice(0, 5)]).toEqual([0, ...region.mask.slice(0, 4)]);
    expect(() => maskOnGrid(region, { ...geometry, frameOfReferenceUid: '1.1' })).toThrow(
      expect.objectContaining({ code: 'GW_TRANSFORM_FRAMES' }),
    );
  });

  it('S5 a union counts shared voxels once and needs one grid', () => {
    const geometry = grid([20, 20, 20], 1);
    const [left, right] = [ball(geometry, [7, 10, 10], 5, 'kidney-left'), ball(geometry, [12, 10, 10], 5, 'kidney-right')];
    const union = unionOfRegions([left, right], 'kidneys', 'Kidneys');
    const both = left.mask.filter((inside, v) => inside === 1 && right.mask[v] === 1).length;
    expect(both).toBeGreaterThan(0);
    expect(regionVoxelCount(union)).toBe(regionVoxelCount(left) + regionVoxelCount(right) - both);
    expect(() => unionOfRegions([left, ball(grid([20, 20, 20], 1.1), [0, 0, 0], 5)], 'a', 'A')).toThrow(
      expect.objectContaining({ code: 'GW_GEOMETRY' }),
    );
    expect(() => unionOfRegions([], 'a', 'A')).toThrow(expect.objectContaining({ code: 'GW_NO_REGIONS' }));
  });

  it('S6 coverage is the share of a region inside the field of view', () => {
    const region = ball(grid([40, 40, 40], 1), [20, 20, 20], 10);
    expect(coverageOfRegion(region, region.geometry)).toBe(1);
    const halved = grid([40, 40, 20], 1, { originLps: [0, 0, 20.5] });
    // Half of the ball but for the layer of its centre.
    expect(coverageOfRegion(region, halved)).toBeCloseTo(0.5, 1);
    const away = { ...identityTransform('1.2'), matrixLps: [1, 0, 0, 1000, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] } as const;
    expect(coverageOfRegion(region, region.geometry, away)).toBe(0);
  });
});

describe('activity of a region', () => {
  it('S7 is concentration times volume, summed in double precision', () => {
    const geometry = grid([40, 40, 40], 2.4);
    const region = ball(geometry, [48, 48, 48], 30);
    const { activity, meanConcentration, voxels } = regionActivity(filled(geometry, 'Bq/mL', 12345), region);
    expect(meanConcentration).toBe(12345);
    expect(voxels).toBe(regionVoxelCount(region));
    expect(activity / (12345 * regionVolume(region).value)).toBeCloseTo(1, 12);
    expect(millilitre(activity / meanConcentration)).toBeCloseTo(regionVolume(region).value, 8);
  });

  it('S7 refuses an image on another grid and a sum that is no activity', () => {
    const geometry = grid([4, 4, 4], 2);
    const region = ball(geometry, [4, 4, 4], 5);
    expect(() => regionActivity(filled(grid([4, 4, 4], 2.1), 'Bq/mL', 1), region)).toThrow(
      expect.objectContaining({ code: 'GW_GEOMETRY' }),
    );
    expect(() => regionActivity(filled(geometry, 'Bq/mL', -1), region)).toThrow(expect.objectContaining({ code: 'GW_NEGATIVE' }));
    expect(() => regionActivity(filled(geometry, 'Bq/mL', NaN), region)).toThrow(expect.objectContaining({ code: 'GW_NOT_FINITE' }));
  });
});
