import {
  coarseLog,
  expOfMinus,
  fitVoxels,
  fitVoxelsBiExponential,
  fitVoxelsMonoExponential,
  hours,
  type VoxelCurvesInput,
  type VolumeGeometry,
} from '@graywise/physics';
import { readJson } from '../support/readJson.js';
import { randomStream } from './truthCurves.js';

interface Golden {
  readonly times_h: readonly number[];
  readonly curves: readonly { readonly concentrations: readonly number[]; readonly sumOfSquares: number }[];
}
const golden = readJson<{ halfLife_h: number; mono: Golden; bi: Golden }>('test/golden/voxel_fits.json');
const HALF_LIFE = hours(golden.halfLife_h);
const DECAY = Math.LN2 / HALF_LIFE;

/** Voxels in a row; `curves` are concentrations by voxel and time. */
function voxels(timesHours: readonly number[], curves: readonly (readonly number[])[]): VoxelCurvesInput {
  const geometry: VolumeGeometry = {
    size: [curves.length, 1, 1],
    spacingMm: [4, 4, 4],
    originLps: [0, 0, 0],
    direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    frameOfReferenceUid: '1.2.3',
  };
  return {
    concentrations: timesHours.map((_, point) => ({
      geometry,
      unit: 'Bq/mL',
      data: Float32Array.from(curves, curve => curve[point] ?? 0),
    })),
    afterAdministration: timesHours.map(hours),
    physicalHalfLife: HALF_LIFE,
  };
}
const ofGolden = ({ times_h, curves }: Golden) =>
  voxels(
    times_h,
    curves.map(({ concentrations }) => concentrations),
  );
const at = (data: Float32Array | undefined, index = 0): number => data?.[index] ?? NaN;
const decays = (amplitude: number, halfLifeHours: number, times: readonly number[]) =>
  times.map(t => amplitude * 2 ** (-t / halfLifeHours));

/** How far our sums of squares lie above those of SciPy, as a share: a local minimum would show as a large one. */
const excess = (ours: Float32Array, { curves }: Golden): number =>
  Math.max(...curves.map(({ sumOfSquares }, index) => (at(ours, index) - sumOfSquares) / sumOfSquares));
const shortfall = (ours: Float32Array, { curves }: Golden): number =>
  Math.max(...curves.map(({ sumOfSquares }, index) => (sumOfSquares - at(ours, index)) / sumOfSquares));

describe('T10: one exponential in every voxel', () => {
  const { terms, sumOfSquares, timeIntegratedBqSPerMl } = fitVoxelsMonoExponential(ofGolden(golden.mono));
  it('has the sum of squares of SciPy', () => {
    // sums of squares are stored as float32, 6e-8 each
    expect(excess(sumOfSquares, golden.mono)).toBeLessThan(1e-6);
    expect(shortfall(sumOfSquares, golden.mono)).toBeLessThan(1e-6);
  });
  it('never decays slower than the nuclide', () => {
    const rates = terms[0]?.ratePerSecond ?? new Float32Array(0);
    expect(Math.min(...rates)).toBe(Math.fround(DECAY));
    const slow = fitVoxelsMonoExponential(voxels([4, 24, 72, 168], [[1, 1, 1, 1]]));
    expect(at(slow.terms[0]?.ratePerSecond)).toBe(Math.fround(DECAY));
  });
  it('the integral is amplitude over rate', () => {
    for (let index = 0; index < 300; index++)
      expect(
        at(timeIntegratedBqSPerMl.data, index) / (at(terms[0]?.amplitudeBqPerMl, index) / at(terms[0]?.ratePerSecond, index)),
      ).toBeCloseTo(1, 6);
  });
  it('gives an exact curve back, in any order of the scans', () => {
    const times = [72, 4, 168, 24];
    const fit = fitVoxelsMonoExponential(voxels(times, [decays(5e4, 50, times)]));
    // float32 concentrations: 6e-8 each, a few times that for a rate
    expect(at(fit.terms[0]?.amplitudeBqPerMl) / 5e4).toBeCloseTo(1, 6);
    expect(at(fit.terms[0]?.ratePerSecond) / (Math.LN2 / 180000)).toBeCloseTo(1, 6);
  });
  it('a voxel without activity stays at zero; one with a zero among its points has a finite curve', () => {
    const fit = fitVoxelsMonoExponential(
      voxels(
        [4, 24, 72, 168],
        [
          [0, 0, 0, 0],
          [-1, 0, -2, 0],
          [10, 5, 0, 0.1],
        ],
      ),
    );
    expect([...fit.timeIntegratedBqSPerMl.data.slice(0, 2)]).toEqual([0, 0]);
    expect(at(fit.timeIntegratedBqSPerMl.data, 2)).toBeGreaterThan(0);
    expect(at(fit.terms[0]?.ratePerSecond, 0)).toBe(Math.fround(DECAY));
  });
  it('stated uncertainties weigh the points: a point of no weight does not matter', () => {
    const input = voxels([4, 24, 72, 168], [[...decays(1e4, 60, [4, 24, 72]), 9e5]]);
    const fit = fitVoxelsMonoExponential({ ...input, standardUncertaintiesBqPerMl: [1, 1, 1, 1e12] });
    expect(at(fit.terms[0]?.ratePerSecond) / (Math.LN2 / 216000)).toBeCloseTo(1, 6);
  });
  it('one time is refused', () => {
    expect(() => fitVoxelsMonoExponential(voxels([24], [[1]]))).toThrow('at least two time points');
  });
});

describe('T11: two phases in every voxel', () => {
  const { terms, sumOfSquares } = fitVoxelsBiExponential(ofGolden(golden.bi));
  it('has the sum of squares of SciPy, the best of several starts', () => {
    expect(excess(sumOfSquares, golden.bi)).toBeLessThan(1e-6);
  });
  it('keeps the rates and amplitudes in their ranges', () => {
    for (let index = 0; index < golden.bi.curves.length; index++) {
      const [slow, fast] = [at(terms[0]?.ratePerSecond, index), at(terms[1]?.ratePerSecond, index)];
      const [a, b] = [at(terms[0]?.amplitudeBqPerMl, index), at(terms[1]?.amplitudeBqPerMl, index)];
      // float32 rounds either way
      expect(slow).toBeGreaterThanOrEqual(DECAY * (1 - 1e-7));
      expect(fast).toBeGreaterThanOrEqual(2.5 * slow * (1 - 1e-6));
      expect(fast).toBeLessThanOrEqual((1 / 3600) * (1 + 1e-6));
      expect(a).toBeGreaterThanOrEqual(0);
      expect(a + b).toBeGreaterThanOrEqual(-1e-6 * a);
    }
  });
  it('gives exact curves back: fast clearance, and uptake', () => {
    const times = [1, 4, 24, 72, 168];
    for (const [slow, fast] of [
      [4e4, 6e4],
      [4e4, -3e4],
    ] as const) {
      const curve = decays(slow, 70, times).map((value, index) => value + (decays(fast, 5, times)[index] ?? 0));
      const fit = fitVoxelsBiExponential(voxels(times, [curve]));
      const exact = (slow * 70 + fast * 5) * (3600 / Math.LN2);
      // float32 concentrations, and a search that ends at 1e-8 of the sum of squares
      expect(at(fit.timeIntegratedBqSPerMl.data) / exact).toBeCloseTo(1, 5);
      expect(at(fit.terms[1]?.amplitudeBqPerMl) / fast).toBeCloseTo(1, 4);
    }
  });
  it('three times, or a first scan after 12 h, are refused', () => {
    expect(() => fitVoxelsBiExponential(voxels([1, 24, 72], [[1, 1, 1]]))).toThrow('four time points');
    expect(() => fitVoxelsBiExponential(voxels([13, 24, 72, 168], [[1, 1, 1, 1]]))).toThrow('no fast phase');
  });
});

describe('A4: quick functions for loops over voxels', () => {
  it('e^-x agrees with the engine to 3 units in the last place', () => {
    for (let x = 0; x < 690; x += 0.0137) expect(Math.abs(expOfMinus(x) / Math.exp(-x) - 1)).toBeLessThan(3 * 2.3e-16);
    expect([expOfMinus(0), expOfMinus(701), expOfMinus(Infinity), expOfMinus(NaN)]).toEqual([1, 0, 0, NaN]);
  });
  it('the coarse logarithm is within 0.0003', () => {
    for (let x = 1e-9; x < 1e12; x *= 1.0173) expect(Math.abs(coarseLog(x) - Math.log(x))).toBeLessThan(3e-4);
  });
});

describe('T10 T11: voxels of noise', () => {
  // what images have outside of the body, and what resampling leaves: zeros at some times, values that a float hardly holds
  const random = randomStream(11);
  const value = (): number => {
    const kind = Math.floor(10 * random());
    return kind < 5 ? 0 : kind === 5 ? 1e-42 * random() : kind === 6 ? 1e-30 * random() : 10 ** (6 * random());
  };
  it.each([[[4, 24, 96, 168]], [[24, 96]], [[24, 48, 96, 168]]])(
    'scans at %s h: every integral is a number and none is below zero',
    times => {
      const curves = Array.from({ length: 20_000 }, () => times.map(value));
      const { timeIntegratedBqSPerMl } = fitVoxels(voxels(times, curves));
      const least = timeIntegratedBqSPerMl.data.reduce((low, integral) => (integral >= low ? low : integral), Infinity);
      expect(least).toBeGreaterThanOrEqual(0);
      // an integral beyond the scans grows with its rate going back to the administration and with its half-life after the last: e t of the first, T / ln 2 of the last
      const most = Math.E * ((times[0] ?? 0) + (times.at(-1) ?? 0) + golden.halfLife_h / Math.LN2) * 3600;
      for (const [index, curve] of curves.entries())
        if ((timeIntegratedBqSPerMl.data[index] ?? 0) > most * Math.max(...curve))
          throw new Error(`${curve.join(', ')} at ${times.join(', ')} h has no bound`);
      expect(timeIntegratedBqSPerMl.data.every(Number.isFinite)).toBe(true);
    },
  );
  it('a zero among late scans does not send the integral back to the administration without bound', () => {
    const times = [24, 96, 168];
    const [one, good] = fitVoxels(
      voxels(times, [
        [1000, 300, 0],
        [1000, 300, 5],
      ]),
    ).timeIntegratedBqSPerMl.data;
    // e t of the first scan: the least that one exponential through it can have
    expect((one ?? NaN) / (1000 * Math.E * 24 * 3600)).toBeLessThan(1.1);
    expect(good).toBeGreaterThan(1000 * 40 * 3600);
  });
  it('takes two phases where four scans from within 12 h tell them, else one', () => {
    const [early, late] = [
      [4, 24, 96, 168],
      [24, 48, 96, 168],
    ].map(times => fitVoxels(voxels(times, [[100, 60, 20, 8]])).terms.length);
    expect([early, late]).toEqual([2, 1]);
  });
});
