import * as fc from 'fast-check';
import {
  addEstimates,
  becquerel,
  divideEstimates,
  exactly,
  formatInstant,
  gram,
  gray,
  hours,
  inHours,
  instantAfter,
  interval95,
  makeEstimate,
  multiplyEstimates,
  normalCumulative,
  normalQuantile,
  parseInstant,
  relativeUncertainty,
  scaleEstimate,
  secondsBetween,
  studentTQuantile,
  uncertaintyBudget,
  type Contribution,
  type Estimate,
} from '@graywise/physics';
import { regularizedIncompleteBeta } from '../../src/quantities/regularizedIncompleteBeta.js';
import { gaussianSampler } from '../support/gaussianSampler.js';
import { readJson } from '../support/readJson.js';

type Pair = [number, number];
const golden = readJson<{
  studentT: [number, number, number][];
  normalQuantile: Pair[];
  normalCumulative: Pair[];
  incompleteBeta: [number, number, number, number][];
}>('test/golden/quantiles.json');

const plain = (value: number): number => value;
const share = (key: string, standardUncertainty: number, source: Contribution['source'] = 'fit'): Contribution => ({
  source,
  key,
  standardUncertainty,
});

describe('Estimate', () => {
  it('Q1 adds contributions of one key as signed numbers and of different keys in quadrature', () => {
    expect(makeEstimate(1, [share('a', 3), share('b', 4)]).standardUncertainty).toBe(5);
    expect(makeEstimate(1, [share('a', 3), share('a', 4)]).standardUncertainty).toBe(7);
    expect(makeEstimate(1, [share('a', 3), share('a', -3), share('b', 2)]).standardUncertainty).toBe(2);
    expect(makeEstimate(1, [share('a', 3), share('a', 4)]).contributions).toEqual([share('a', 7)]);
  });

  it('Q1 refuses what is not finite and a negative lognormal', () => {
    expect(() => makeEstimate(NaN, [])).toThrow(expect.objectContaining({ code: 'GW_NOT_FINITE' }));
    expect(() => makeEstimate(1, [share('a', Infinity)])).toThrow(expect.objectContaining({ code: 'GW_NOT_FINITE' }));
    expect(() => makeEstimate(-1, [], { distribution: 'lognormal' })).toThrow(expect.objectContaining({ code: 'GW_NEGATIVE' }));
  });

  const estimate = fc
    .record({
      value: fc.double({ min: 0.1, max: 100, noNaN: true }),
      a: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
      b: fc.double({ min: 0, max: 0.3, noNaN: true }),
    })
    .map(({ value, a, b }) => makeEstimate(value, [share('shared', a * value), share(`own:${String(value)}`, b * value)]));

  it('Q2 a product divided by one of its factors is the other factor, uncertainty included', () => {
    fc.assert(
      fc.property(estimate, estimate, (a, b) => {
        const back = divideEstimates(multiplyEstimates(a, b, plain), b, plain);
        // 1e-12: a handful of roundings; the difference of two shares of up to 30 % loses another digit or two.
        expect(back.value / a.value).toBeCloseTo(1, 12);
        expect(Math.abs(relativeUncertainty(back) - relativeUncertainty(a))).toBeLessThan(1e-8);
      }),
    );
  });

  it('Q2 a value minus itself and over itself is exact', () => {
    fc.assert(
      fc.property(estimate, a => {
        expect(addEstimates([a, scaleEstimate(a, -1, plain)], plain).standardUncertainty).toBe(0);
        expect(relativeUncertainty(divideEstimates(a, a, plain))).toBeLessThan(1e-15);
      }),
    );
  });

  it('Q2 adding is commutative and scaling distributes over it', () => {
    fc.assert(
      fc.property(estimate, estimate, fc.double({ min: 0.1, max: 10, noNaN: true }), (a, b, factor) => {
        const sum = addEstimates([a, b], plain);
        expect(addEstimates([b, a], plain).standardUncertainty).toBeCloseTo(sum.standardUncertainty, 10);
        const scaled = addEstimates([scaleEstimate(a, factor, plain), scaleEstimate(b, factor, plain)], plain);
        // 1e-11: shares of up to 300 that cancel leave their rounding.
        expect(Math.abs(scaled.standardUncertainty - factor * sum.standardUncertainty)).toBeLessThan(1e-11);
      }),
    );
  });

  it('Q2 products and quotients with shared keys agree with Monte Carlo', () => {
    const a = makeEstimate(10, [share('x', 0.3), share('y', 0.2)]);
    const b = makeEstimate(4, [share('x', -0.1), share('z', 0.08)]);
    const c = makeEstimate(7, [share('x', 0.1), share('y', 0.14)]);
    const result = divideEstimates(multiplyEstimates(a, b, plain), c, plain);
    const next = gaussianSampler(7);
    const samples = Array.from({ length: 200000 }, () => {
      const [x, y, z] = [next(), next(), next()];
      return ((10 + 0.3 * x + 0.2 * y) * (4 - 0.1 * x + 0.08 * z)) / (7 + 0.1 * x + 0.14 * y);
    });
    const mean = samples.reduce((sum, s) => sum + s, 0) / samples.length;
    const spread = Math.sqrt(samples.reduce((sum, s) => sum + (s - mean) ** 2, 0) / samples.length);
    // 1 %: sampling error 0.16 % (1/sqrt(2N)), the rest is second order in relative uncertainties of 3 %.
    expect(Math.abs(result.standardUncertainty / spread - 1)).toBeLessThan(0.01);
  });

  it('Q3 gives the degrees of freedom of Welch and Satterthwaite', () => {
    // The end gauge of JCGM 100:2008, H.1: 25, 9.7, 2.9 and 16.6 nm with 18, 25.6, 50 and 2 degrees of freedom, 16 when truncated; by hand 1006129 / 60015.
    const component = (key: string, u: number, degreesOfFreedom: number): Estimate =>
      makeEstimate(0, [share(key, u)], { degreesOfFreedom });
    const sum = addEstimates([component('s', 25, 18), component('d', 9.7, 25.6), component('a', 2.9, 50), component('t', 16.6, 2)], plain);
    expect(sum.standardUncertainty).toBeCloseTo(31.65, 1);
    expect(sum.degreesOfFreedom).toBeCloseTo(16.76, 2);
    expect(addEstimates([component('s', 25, 18), exactly(2)], plain).degreesOfFreedom).toBeCloseTo(18, 12);
    expect(addEstimates([exactly(1), exactly(2)], plain).degreesOfFreedom).toBeNull();
  });

  it('Q3 never falls below the smallest number of an input', () => {
    const a = makeEstimate(5, [share('x', 1)], { degreesOfFreedom: 4 });
    const b = makeEstimate(5, [share('x', -0.99)], { degreesOfFreedom: 9 });
    expect(addEstimates([a, b], plain).degreesOfFreedom).toBe(4);
  });

  it('Q4 a normal interval is symmetric with Student t, a lognormal one is symmetric in ratio', () => {
    expect(interval95(makeEstimate(10, [share('x', 1)]))[1]).toBeCloseTo(11.959964, 6);
    expect(interval95(makeEstimate(10, [share('x', 1)], { degreesOfFreedom: 3 }))[0]).toBeCloseTo(10 - 3.182446, 6);
    const [low, high] = interval95(makeEstimate(10, [share('x', 5)], { distribution: 'lognormal' }));
    expect(low * high).toBeCloseTo(100, 10);
    expect(high).toBeCloseTo(10 * Math.exp(0.5 * 1.959964), 5);
    expect(interval95(exactly(3))).toEqual([3, 3]);
  });

  it('Q4 the product of lognormal estimates has the spread that its logarithm has', () => {
    const a = makeEstimate(2, [share('x', 0.8)], { distribution: 'lognormal' });
    const b = makeEstimate(5, [share('y', 1.5)], { distribution: 'lognormal' });
    const product = multiplyEstimates(a, b, plain);
    expect(product.distribution).toBe('lognormal');
    expect(relativeUncertainty(product)).toBeCloseTo(Math.hypot(0.4, 0.3), 12);
  });

  it('Q5 the lines of a budget add in quadrature to the relative uncertainty, largest first', () => {
    const estimateOf = makeEstimate(10, [
      share('a', 1, 'fit'),
      share('b', 2, 'calibration'),
      share('c', -2, 'fit'),
      share('d', 0, 'counts'),
    ]);
    const budget = uncertaintyBudget(estimateOf);
    expect(budget.map(({ source }) => source)).toEqual(['fit', 'calibration']);
    expect(Math.hypot(...budget.map(line => line.relativeUncertainty))).toBeCloseTo(relativeUncertainty(estimateOf), 14);
  });

  it('Q6 doors refuse what is no quantity', () => {
    expect(() => becquerel(-1)).toThrow(expect.objectContaining({ code: 'GW_NEGATIVE' }));
    expect(() => gray(NaN)).toThrow(expect.objectContaining({ code: 'GW_NOT_FINITE' }));
    expect(() => divideEstimates(exactly(1), exactly(0), becquerel)).toThrow(expect.objectContaining({ code: 'GW_NOT_FINITE' }));
    expect(inHours(hours(24))).toBe(24);
  });

  it('Q6 a door that changes the unit changes the uncertainty with it', () => {
    const grams = multiplyEstimates(makeEstimate(10, [share('v', 1)]), makeEstimate(2, [share('d', 0.1)]), gram);
    expect(grams.value).toBeCloseTo(0.02, 15);
    expect(relativeUncertainty(grams)).toBeCloseTo(Math.hypot(0.1, 0.05), 14);
    expect(relativeUncertainty(divideEstimates(makeEstimate(0, [share('v', 1)]), exactly(2), gram))).toBe(Infinity);
  });
});

describe('Instant', () => {
  it('Q7 reads and writes a date with its zone and counts across zones', () => {
    const winter = parseInstant('2026-03-29T00:30:00+00:00');
    const summer = parseInstant('2026-03-29T02:30:00+01:00');
    expect(secondsBetween(winter, summer)).toBe(3600);
    expect(formatInstant(instantAfter(summer, 86400))).toBe('2026-03-30T02:30:00+01:00');
    expect(formatInstant(parseInstant('2026-01-01T23:00:00-05:30'))).toBe('2026-01-01T23:00:00-05:30');
    expect(() => parseInstant('2026-03-29T00:30:00')).toThrow(expect.objectContaining({ code: 'GW_DATE_TIME' }));
  });
});

describe('quantiles', () => {
  // Bisection ends at neighbouring doubles; 1e-10 leaves room for the roundings of the continued fraction and of the golden root search.
  it.each(golden.studentT)('Q8 Student t of %p with %p degrees of freedom equals scipy', (probability, dof, expected) => {
    expect(Math.abs(studentTQuantile(probability, dof) - expected)).toBeLessThan(1e-10 * Math.max(1, Math.abs(expected)));
  });

  it('Q8 normal quantile, normal distribution and incomplete beta function equal scipy', () => {
    for (const [probability, expected] of golden.normalQuantile) expect(normalQuantile(probability)).toBeCloseTo(expected, 9);
    for (const [z, expected] of golden.normalCumulative) expect(normalCumulative(z) / expected).toBeCloseTo(1, 11);
    // 1e-10: the logarithms of gamma functions near 1e5 leave 5 digits less than a double has.
    for (const [x, a, b, expected] of golden.incompleteBeta)
      expect(Math.abs(regularizedIncompleteBeta(x, a, b) - expected)).toBeLessThan(1e-10);
  });
});
