import type { VolumeGeometry } from '@graywise/physics';
import { checkerboard } from '../src/pictures/checkerboard';
import { contourPath } from '../src/pictures/contourPath';
import { isodoseLevels } from '../src/pictures/isodoseLevels';
import { differenceLook, type OpacityPoint } from '../src/pictures/layerLook';
import { roundedUp } from '../src/pictures/roundedUp';
import { samplePlane } from '../src/pictures/samplePlane';
import { upperValue } from '../src/pictures/upperValue';

const grid = (size: readonly [number, number, number], more: Partial<VolumeGeometry> = {}): VolumeGeometry => ({
  size,
  spacingMm: [2, 3, 4],
  originLps: [-10, 5, 7],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1.2',
  ...more,
});

/** The linear field x + 10 y + 100 z (mm) on a grid: trilinear interpolation must give it back exactly. */
function linearField({ size, spacingMm, originLps, direction }: VolumeGeometry): Float32Array {
  const data = new Float32Array(size[0] * size[1] * size[2]);
  let voxel = 0;
  for (let k = 0; k < size[2]; k++)
    for (let j = 0; j < size[1]; j++)
      for (let i = 0; i < size[0]; i++) {
        const steps = [i * spacingMm[0], j * spacingMm[1], k * spacingMm[2]] as const;
        const at = (row: number): number =>
          (originLps[row] ?? 0) + steps.reduce((sum, step, axis) => sum + (direction[3 * row + axis] ?? 0) * step, 0);
        data[voxel++] = at(0) + 10 * at(1) + 100 * at(2);
      }
  return data;
}

describe('a plane through a volume', () => {
  it.each([
    ['straight axes', grid([8, 8, 8])],
    ['flipped and turned axes', grid([8, 8, 8], { direction: [0, 0, -1, 1, 0, 0, 0, -1, 0], originLps: [12, -4, 9] })],
  ])('gives a linear field back exactly, with %s', (_name, geometry) => {
    const centre = [3.3, 3.6, 2.9].map((index, axis) => index * (geometry.spacingMm[axis] ?? 1));
    const at = (row: number): number =>
      (geometry.originLps[row] ?? 0) + centre.reduce((sum, step, axis) => sum + (geometry.direction[3 * row + axis] ?? 0) * step, 0);
    const first = [at(0), at(1), at(2)] as const;
    const values = samplePlane(geometry, linearField(geometry), {
      first,
      alongRow: [0.7, 0, 0],
      alongColumn: [0, 0.3, 0.4],
      columns: 2,
      rows: 2,
    });
    const field = (x: number, y: number, z: number): number => x + 10 * y + 100 * z;
    const expected = [
      field(...first),
      field(first[0] + 0.7, first[1], first[2]),
      field(first[0], first[1] + 0.3, first[2] + 0.4),
      field(first[0] + 0.7, first[1] + 0.3, first[2] + 0.4),
    ];
    // float32 voxels of size 1000 hold about 1e-4.
    values.forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? NaN, 2));
  });

  it('is zero outside of the volume', () => {
    const geometry = grid([4, 4, 4]);
    expect([
      ...samplePlane(geometry, new Float32Array(64).fill(1), {
        first: [-100, 0, 0],
        alongRow: [1, 0, 0],
        alongColumn: [0, 1, 0],
        columns: 2,
        rows: 1,
      }),
    ]).toEqual([0, 0]);
  });
});

describe('a contour', () => {
  it('of a round hill lies at its radius', () => {
    const size = 41;
    const values = Float32Array.from(
      { length: size * size },
      (_unused, index) => 20 - Math.hypot((index % size) - 20, Math.floor(index / size) - 20),
    );
    const points = [...contourPath(values, size, size, 8, 1).matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(match =>
      Math.hypot(Number(match[1]) - 20, Number(match[2]) - 20),
    );
    expect(points.length).toBeGreaterThan(80);
    // Linear interpolation on a raster of 1: the radius 12 is met to a tenth; the path is written with one decimal.
    points.forEach(radius => expect(Math.abs(radius - 12)).toBeLessThan(0.15));
  });

  it('of a flat field is nothing', () => {
    expect(contourPath(new Float32Array(16).fill(3), 4, 4, 2, 1)).toBe('');
  });
});

describe('isodose levels', () => {
  it.each([
    [38, [2, 5, 10, 20]],
    [1, [0.05, 0.1, 0.2, 0.5, 1]],
    [0, []],
  ])('up to %p Gy are %p', (maximum, levels) => {
    expect(isodoseLevels(maximum)).toEqual(levels);
  });
});

describe('a checkerboard', () => {
  it('takes every other square from the second volume, along all three axes', () => {
    const geometry = grid([4, 4, 4], { spacingMm: [10, 10, 10] });
    const of = (value: number) => ({ geometry, unit: 'HU' as const, data: new Float32Array(64).fill(value) });
    const { data } = checkerboard(of(1), of(2), 20, 0);
    const at = (i: number, j: number, k: number): number | undefined => data[i + 4 * (j + 4 * k)];
    expect([at(0, 0, 0), at(2, 0, 0), at(0, 2, 0), at(0, 0, 2), at(2, 2, 0), at(1, 1, 1), at(2, 2, 2)]).toEqual([1, 2, 2, 2, 1, 1, 2]);
  });
});

describe('the top of a scale', () => {
  it('is not moved by single hot voxels', () => {
    const data = new Float32Array(10_000).fill(10);
    data[3] = 100;
    expect(upperValue(data, 0.999)).toBeLessThan(11);
  });
});

describe('a round end of a scale', () => {
  it.each([
    [0.37, 0.5],
    [0.5, 0.5],
    [1.2, 2],
    [7, 10],
    [140, 200],
  ])('%p becomes %p', (value, end) => {
    expect(roundedUp(value)).toBe(end);
  });
});

describe('the wash of a difference', () => {
  it('is clear around zero and rises to both sides, in order', () => {
    const { range, opacity } = differenceLook(2);
    const points = opacity as readonly OpacityPoint[];
    expect(range).toEqual({ lower: -2, upper: 2 });
    expect(points.map(({ value }) => value)).toEqual(points.map(({ value }) => value).toSorted((a, b) => a - b));
    expect(points.map(({ opacity: part }) => part)).toEqual(points.map(({ opacity: part }) => part).toReversed());
    expect(points.find(({ value }) => value === 0)?.opacity).toBe(0);
  });
});
