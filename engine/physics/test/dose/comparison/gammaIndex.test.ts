import { compareDoses, gammaIndex, type GammaCriteria, type RegionMask, type Volume, type VolumeGeometry } from '@graywise/physics';

const geometry: VolumeGeometry = {
  size: [16, 15, 14],
  spacingMm: [2.5, 2, 3],
  originLps: [0, 0, 0],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1.2.3',
};
const [columns, rows, slices] = geometry.size;
const count = columns * rows * slices;
const indicesOf = (voxel: number): readonly [number, number, number] => [
  voxel % columns,
  Math.floor(voxel / columns) % rows,
  Math.floor(voxel / (columns * rows)),
];
/** A dose from a function of the place in mm. */
const doseOf = (gray: (x: number, y: number, z: number) => number): Volume<'Gy'> => ({
  geometry,
  unit: 'Gy',
  data: Float32Array.from({ length: count }, (_, voxel) => {
    const [i, j, k] = indicesOf(voxel);
    return gray(2.5 * i, 2 * j, 3 * k);
  }),
});
const everywhere = new Uint8Array(count).fill(1);
const middle = 8 + columns * (7 + rows * 7);
const criteria: GammaCriteria = { doseDifferencePercent: 3, distanceMm: 3, normalisation: 'maximum', lowestDosePercent: 10 };
const gammaAt = (reference: Volume<'Gy'>, evaluated: Volume<'Gy'>, more: Partial<GammaCriteria> = {}): number =>
  gammaIndex(reference, evaluated, { ...criteria, ...more }, everywhere, 10).data[middle] ?? NaN;

describe('gamma index', () => {
  it('D10 of a dose with itself is zero', () => {
    const dose = doseOf((x, y) => 5 + Math.sin(x / 9) + y / 20);
    expect(Math.max(...gammaIndex(dose, dose, criteria, everywhere, 10).data)).toBe(0);
  });

  it.each([
    ['a tolerance of the largest dose', 'maximum', 0.24, 0.24 / 0.3],
    ['a tolerance of the dose at the point', 'local', 0.12, 0.12 / 0.15],
  ] as const)('D10 of two flat doses is their difference in units of %s', (_name, normalisation, differenceGy, expected) => {
    expect(
      gammaAt(
        doseOf(() => 5),
        doseOf(() => 5 + differenceGy),
        { normalisation },
      ),
    ).toBeCloseTo(expected, 5); // float32: 2e-7 of 5 Gy in units of 0.15 Gy
  });

  it.each([
    ['along an axis', [1, 0, 0]],
    ['along another', [0, 0, -1]],
    ['oblique', [0.48, -0.6, 0.64]],
  ] as const)('D10 of shifted steep gradients %s is the exact distance of a point from a plane', (_name, [a, b, c]) => {
    // Dose g s along the unit vector: the second is the first moved by 2 mm. Exactly 2 / (3 sqrt(1 + (0.3 / (3 g))^2)).
    const slope = 0.4;
    const along = (x: number, y: number, z: number): number => a * x + b * y + c * z;
    const gamma = gammaAt(
      doseOf((x, y, z) => 20 + slope * along(x, y, z)),
      doseOf((x, y, z) => 20 + slope * (along(x, y, z) - 2)),
    );
    const exact = 2 / 3 / Math.sqrt(1 + (0.3 / (3 * slope)) ** 2);
    // The edges of the search are a third of the criterion apart: never less than exact, and 0.03 more at most.
    expect(gamma).toBeGreaterThan(exact - 1e-5);
    expect(gamma).toBeLessThan(exact + 0.03);
  });

  it('D10 agrees with an independent search that is finer and takes no short cuts', () => {
    const reference = doseOf((x, y, z) => 10 * Math.exp(-((x - 20) ** 2 + (y - 14) ** 2 + (z - 20) ** 2) / 200));
    const evaluated = doseOf((x, y, z) => 9.6 * Math.exp(-((x - 21.3) ** 2 + (y - 13.2) ** 2 + (z - 20.5) ** 2) / 230));
    const gamma = gammaIndex(reference, evaluated, criteria, everywhere, 10).data;
    for (const voxel of [middle, middle + 2, middle - 2 * columns, middle + columns * rows, middle + 3 - columns]) {
      const least = finelySearched(reference, evaluated, voxel);
      // Edges miss the best point by up to 0.03; the independent search steps 0.25 mm and misses by up to 0.01 where the dose is steep.
      expect(Math.abs((gamma[voxel] ?? NaN) - least)).toBeLessThan(0.03);
    }
  });

  it('D10 ends at 2, and is zero where it is not asked for', () => {
    const wanted = new Uint8Array(count);
    wanted[middle] = 1;
    const gamma = gammaIndex(
      doseOf(() => 5),
      doseOf(() => 9),
      criteria,
      wanted,
      10,
    ).data;
    expect([gamma[middle], gamma[middle + 1]]).toEqual([2, 0]);
  });

  it('D10 refuses another grid and criteria that are not positive', () => {
    const dose = doseOf(() => 1);
    const other = { ...dose, geometry: { ...geometry, originLps: [1, 0, 0] as const } };
    expect(() => gammaIndex(dose, other, criteria, everywhere, 1)).toThrow(expect.objectContaining({ code: 'GW_GEOMETRY' }));
    expect(() => gammaIndex(dose, dose, { ...criteria, distanceMm: 0 }, everywhere, 1)).toThrow(
      expect.objectContaining({ code: 'GW_USAGE' }),
    );
  });
});

/** The least length over points 0.25 mm apart, by trilinear interpolation written out. */
function finelySearched(reference: Volume<'Gy'>, { data }: Volume<'Gy'>, voxel: number): number {
  const [i, j, k] = indicesOf(voxel);
  const at = (a: number, b: number, c: number): number => data[a + columns * (b + rows * c)] ?? NaN;
  const interpolated = (x: number, y: number, z: number): number => {
    const [a, b, c] = [Math.floor(x), Math.floor(y), Math.floor(z)];
    const mix = (low: number, high: number, share: number): number => (share === 0 ? low : low + share * (high - low));
    const row = (p: number, q: number): number => mix(at(a, p, q), at(a + 1, p, q), x - a);
    const plane = (q: number): number => mix(row(b, q), row(b + 1, q), y - b);
    return mix(plane(c), plane(c + 1), z - c);
  };
  let least = Infinity;
  for (let dz = -3; dz <= 3; dz += 0.25)
    for (let dy = -3; dy <= 3; dy += 0.25)
      for (let dx = -3; dx <= 3; dx += 0.25) {
        const dose = interpolated(i + dx / 2.5, j + dy / 2, k + dz / 3);
        const length = Math.hypot(dx / 3, dy / 3, dz / 3, (dose - (reference.data[voxel] ?? NaN)) / 0.3);
        if (length < least) least = length;
      }
  return least;
}

describe('two doses', () => {
  const region = (name: string, inside: (voxel: number) => boolean): RegionMask => ({
    name,
    label: name,
    color: [0, 0, 0],
    geometry,
    mask: Uint8Array.from({ length: count }, (_, voxel) => Number(inside(voxel))),
    source: null,
  });
  const tumour = region('tumour', voxel => indicesOf(voxel)[0] < 4);
  const organ = region('organ', voxel => indicesOf(voxel)[0] > 11);
  // 100 Gy, 2 Gy and hardly any between; the second is 1 % more in the tumour and 6 % more in the organ.
  const used = doseOf(x => (x < 10 ? 100 : x > 20 ? 2 : 0.01));
  const other = doseOf(x => (x < 10 ? 101 : x > 20 ? 2.12 : 0.01));

  it('D10 are compared in every region, however little its dose beside that of a tumour', () => {
    const { comparison } = compareDoses({ used, other, regions: [tumour, organ], criteria: { ...criteria, normalisation: 'local' } });
    expect(comparison.regions.map(({ passShare }) => passShare)).toEqual([1, 0]);
    expect(comparison.evaluatedVoxels).toBe(8 * rows * slices);
    expect(comparison.passShare).toBe(0.5);
    const global = compareDoses({ used, other, regions: [tumour, organ], criteria }).comparison;
    expect(global.regions.map(({ passShare }) => passShare)).toEqual([1, 1]);
  });

  it('D10 have a histogram each', () => {
    const [first] = compareDoses({ used, other, regions: [tumour], criteria }).comparison.regions;
    expect(first?.used.meanGy).toBeCloseTo(100, 4);
    expect(first?.other.meanGy).toBeCloseTo(101, 4);
  });

  it('D10 has no pass rate where a region has no dose', () => {
    const none = doseOf(() => 0);
    const { comparison } = compareDoses({ used: none, other: none, regions: [tumour], criteria });
    expect(comparison).toMatchObject({ evaluatedVoxels: 0, passShare: 1, regions: [{ passShare: null }] });
  });
});
