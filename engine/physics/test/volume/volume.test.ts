import * as fc from 'fast-check';
import {
  croppedGeometry,
  geometriesEqual,
  indexToLps,
  lpsToIndex,
  refinedGeometry,
  rigidTransform,
  sampleLinear,
  sampleNearest,
  voxelCount,
  voxelVolume,
  volumeOnGrid,
  type Volume,
  type VolumeGeometry,
} from '@graywise/physics';
import { anyGeometry } from '../support/anyGeometry.js';
import { readJson } from '../support/readJson.js';

type Triple = [number, number, number];
type Grid = Omit<VolumeGeometry, 'frameOfReferenceUid'>;
const golden = readJson<{
  source: Grid;
  grid: Grid;
  motion: { rotationDegrees: Triple; translationMm: Triple; matrix: number[] };
  data: number[];
  values: number[];
}>('test/golden/interpolation.json');

const straight = (size: [number, number, number], spacing: number): VolumeGeometry => ({
  size,
  spacingMm: [spacing, spacing, spacing],
  originLps: [0, 0, 0],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1.2',
});

/** A volume whose value is a linear function of the place in the patient. */
function ramp(geometry: VolumeGeometry): Volume<'HU'> {
  const data = new Float32Array(voxelCount(geometry));
  const [ni, nj] = geometry.size;
  for (let v = 0; v < data.length; v++) {
    const [x, y, z] = indexToLps(geometry, [v % ni, Math.floor(v / ni) % nj, Math.floor(v / (ni * nj))]);
    data[v] = 2 * x - 3 * y + 0.5 * z + 7;
  }
  return { geometry, unit: 'HU', data };
}

describe('VolumeGeometry', () => {
  it('G1 places voxels as DICOM PS3.3 C.7.6.2.1.1 says, flipped and left-handed axes included', () => {
    // Columns run to the head, rows to the right of the patient, slices to the back: determinant -1.
    const geometry: VolumeGeometry = {
      size: [10, 20, 30],
      spacingMm: [2, 3, 5],
      originLps: [100, -50, 7],
      direction: [0, -1, 0, 0, 0, 1, 1, 0, 0],
      frameOfReferenceUid: '1.2',
    };
    expect(indexToLps(geometry, [1, 1, 1])).toEqual([97, -45, 9]);
    expect(lpsToIndex(geometry, [97, -45, 9])).toEqual([1, 1, 1]);
    expect(voxelVolume(geometry)).toBeCloseTo(0.03, 15);
    expect(voxelCount(geometry)).toBe(6000);
  });

  it('G1 goes from index to patient and back for any orientation', () => {
    fc.assert(
      fc.property(
        anyGeometry,
        fc.tuple(
          fc.double({ min: -5, max: 99, noNaN: true }),
          fc.double({ min: -5, max: 99, noNaN: true }),
          fc.double({ min: -5, max: 99, noNaN: true }),
        ),
        (geometry, index) => {
          const back = lpsToIndex(geometry, indexToLps(geometry, index));
          // 1e-9 voxel: coordinates of 1000 mm have 1e-13 of it as rounding, spacings are 0.5 mm and more.
          back.forEach((value, axis) => expect(Math.abs(value - index[axis]!)).toBeLessThan(1e-9));
        },
      ),
    );
  });

  it.each([
    ['a size of zero', { size: [0, 2, 2] }],
    ['a broken size', { size: [2.5, 2, 2] }],
    ['a spacing of zero', { spacingMm: [1, 0, 1] }],
    ['a negative spacing', { spacingMm: [1, 1, -3] }],
    ['a spacing that is no number', { spacingMm: [NaN, 1, 1] }],
    ['an origin that is no number', { originLps: [0, Infinity, 0] }],
    ['a repeated axis', { direction: [1, 1, 0, 0, 0, 0, 0, 0, 1] }],
    ['an axis of length zero', { direction: [1, 0, 0, 0, 1, 0, 0, 0, 0] }],
    ['sheared axes', { direction: [1, 0, 0, 0, 1, 0.1, 0, 0, 0.995] }],
  ])('G2 refuses %s', (_name, fault) => {
    const geometry = { ...straight([2, 2, 2], 1), ...fault } as unknown as VolumeGeometry;
    expect(() => indexToLps(geometry, [0, 0, 0])).toThrow(expect.objectContaining({ code: 'GW_GEOMETRY' }));
  });

  it('G3 refining keeps the box and brings every spacing to the limit or below', () => {
    fc.assert(
      fc.property(anyGeometry, fc.double({ min: 0.4, max: 6, noNaN: true }), (geometry, largest) => {
        const fine = refinedGeometry(geometry, largest);
        fine.spacingMm.forEach((spacing, axis) => {
          expect(spacing).toBeLessThanOrEqual(largest * 1.00001);
          expect(fine.size[axis]! / geometry.size[axis]!).toBe(Math.round(fine.size[axis]! / geometry.size[axis]!));
        });
        const corner = (g: VolumeGeometry): number[] => [
          ...indexToLps(g, [-0.5, -0.5, -0.5]),
          ...indexToLps(g, [g.size[0] - 0.5, g.size[1] - 0.5, g.size[2] - 0.5]),
        ];
        corner(fine).forEach((value, at) => expect(Math.abs(value - corner(geometry)[at]!)).toBeLessThan(1e-6));
      }),
    );
    expect(refinedGeometry(straight([4, 4, 4], 5.0000000001), 2.5).size).toEqual([8, 8, 8]);
    expect(refinedGeometry(straight([4, 4, 4], 2.4), 2.5).size).toEqual([4, 4, 4]);
  });

  it('G4 cropping keeps voxels where they are and refuses what is no part', () => {
    fc.assert(
      fc.property(anyGeometry, geometry => {
        const [ni, nj, nk] = geometry.size;
        const part = croppedGeometry(geometry, [1, 0, 1], [ni - 1, nj - 1, nk - 1]);
        expect(part.size).toEqual([ni - 1, nj, nk - 1]);
        const [p, q] = [indexToLps(part, [0, 1, 0]), indexToLps(geometry, [1, 1, 1])];
        p.forEach((value, axis) => expect(Math.abs(value - q[axis]!)).toBeLessThan(1e-9));
      }),
    );
    const geometry = straight([4, 4, 4], 1);
    expect(() => croppedGeometry(geometry, [0, 0, 0], [4, 3, 3])).toThrow(expect.objectContaining({ code: 'GW_GEOMETRY' }));
    expect(() => croppedGeometry(geometry, [2, 0, 0], [1, 3, 3])).toThrow(expect.objectContaining({ code: 'GW_GEOMETRY' }));
  });

  it('G5 takes grids as equal to the rounding of decimal strings, and no further', () => {
    const geometry = straight([128, 128, 90], 4.7952);
    expect(geometriesEqual(geometry, { ...geometry, originLps: [0.0001, 0, 0] })).toBe(true);
    expect(geometriesEqual(geometry, { ...geometry, originLps: [0.1, 0, 0] })).toBe(false);
    expect(geometriesEqual(geometry, { ...geometry, spacingMm: [4.7952, 4.7952, 4.8] })).toBe(false);
    expect(geometriesEqual(geometry, { ...geometry, size: [128, 128, 91] })).toBe(false);
    expect(geometriesEqual(geometry, { ...geometry, frameOfReferenceUid: '1.3' })).toBe(false);
  });
});

describe('sampling', () => {
  it('G6 gives the voxel that holds a point, and the stated value outside', () => {
    const volume: Volume<'HU'> = { geometry: straight([2, 2, 1], 10), unit: 'HU', data: Float32Array.of(1, 2, 3, 4) };
    expect(sampleNearest(volume, [4.9, 5.1, 0])).toBe(3);
    expect(sampleNearest(volume, [-5.1, 0, 0])).toBeNaN();
    expect(sampleNearest(volume, [-5.1, 0, 0], -1000)).toBe(-1000);
    expect(sampleLinear(volume, [5, 5, 0], -1)).toBe(2.5);
    expect(sampleLinear(volume, [-4.9, 0, 4.9], -1)).toBe(1);
    expect(sampleLinear(volume, [15.1, 0, 0], -1)).toBe(-1);
  });

  it('G6 linear interpolation is exact for a linear function, in any orientation', () => {
    fc.assert(
      fc.property(anyGeometry, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, t) => {
        const index = geometry.size.map(n => t * (n - 1)) as [number, number, number];
        const [x, y, z] = indexToLps(geometry, index);
        // float32 voxels of up to 5000 carry 2e-4.
        expect(Math.abs(sampleLinear(ramp(geometry), [x, y, z], NaN) - (2 * x - 3 * y + 0.5 * z + 7))).toBeLessThan(2e-3);
      }),
      { numRuns: 40 },
    );
  });

  it('G7 a volume on another grid under a motion equals scipy.ndimage.map_coordinates', () => {
    const volume: Volume<'counts'> = {
      geometry: { ...golden.source, frameOfReferenceUid: '1.2' },
      unit: 'counts',
      data: Float32Array.from(golden.data),
    };
    const motion = rigidTransform({ ...golden.motion, centreLps: [0, 0, 0], from: '1.1', to: '1.2' });
    motion.matrixLps.forEach((value, at) => expect(value).toBeCloseTo(golden.motion.matrix[at]!, 12));
    const moved = volumeOnGrid(volume, { ...golden.grid, frameOfReferenceUid: '1.1' }, -1, motion);
    expect(golden.values.filter(value => value === -1).length).toBeGreaterThan(20);
    // float32 of values up to 1000 rounds by 3e-5.
    moved.data.forEach((value, at) => expect(Math.abs(value - golden.values[at]!)).toBeLessThan(1e-4));
  });

  it('G7 a coarser grid takes the mean, so that a mean over space keeps its value', () => {
    const fine = straight([40, 40, 40], 1);
    const checker = Float32Array.from({ length: 64000 }, (_unused, v) => (v + Math.floor(v / 40) + Math.floor(v / 1600)) % 2);
    const coarse = volumeOnGrid(
      { geometry: fine, unit: 'HU', data: checker },
      { ...straight([10, 10, 10], 4), originLps: [1.5, 1.5, 1.5] },
      NaN,
    );
    coarse.data.forEach(value => expect(value).toBeCloseTo(0.5, 6));
  });

  it('G7 refuses a grid in another frame of reference', () => {
    const volume = ramp(straight([3, 3, 3], 1));
    const elsewhere = { ...straight([3, 3, 3], 1), frameOfReferenceUid: '1.9' };
    expect(() => volumeOnGrid(volume, elsewhere, 0)).toThrow(expect.objectContaining({ code: 'GW_TRANSFORM_FRAMES' }));
  });
});
