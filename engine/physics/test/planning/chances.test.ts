import {
  exactly,
  gigabecquerel,
  gray,
  grayPerBecquerel,
  makeEstimate,
  type Contribution,
  type DoseLimit,
  type Estimate,
  type PlanRequest,
} from '@graywise/physics';
import * as fc from 'fast-check';
import { chanceAt } from '../../src/planning/chanceAt.js';
import { courseChances } from '../../src/planning/courseChances.js';
import type { RegionHistory } from '../../src/planning/regionHistory.js';
import { studentDeviate } from '../../src/planning/studentDeviate.js';
import { valueOfChance } from '../../src/planning/valueOfChance.js';
import { addEffect } from '../../src/radiobiology/addEffect.js';
import { readJson } from '../support/readJson.js';

interface GoldenRegion {
  readonly name: string;
  readonly delivered: number;
  readonly deliveredShares: Readonly<Record<string, number>>;
  readonly perActivity: number;
  readonly shares: Readonly<Record<string, number>>;
  readonly f: number;
  readonly limit: number;
  readonly bed: boolean;
  readonly exactCycles?: boolean;
}
interface GoldenCourse {
  readonly title: string;
  readonly cycles: number;
  readonly activity: number;
  readonly regions: readonly GoldenRegion[];
  readonly risks: readonly number[];
  readonly jointRisk: number;
  readonly activityAt5Percent: number;
  readonly activityAt20Percent: number;
}

const GOLDEN = readJson<{ sigma: number; courses: GoldenCourse[] }>('test/golden/course_risk.json');

const contributions = (shares: Readonly<Record<string, number>>, value: number): Contribution[] =>
  Object.entries(shares).map(([key, share]) => ({ source: 'fit', key, standardUncertainty: share * value }));

function regionOf(golden: GoldenRegion): RegionHistory {
  const delivered: Estimate<ReturnType<typeof gray>> =
    golden.delivered === 0
      ? exactly(gray(0))
      : makeEstimate(gray(golden.delivered), contributions(golden.deliveredShares, golden.delivered));
  const perBecquerel = golden.perActivity / 1e9;
  const estimate = makeEstimate(grayPerBecquerel(perBecquerel), contributions(golden.shares, perBecquerel), { distribution: 'lognormal' });
  return {
    name: golden.name,
    label: golden.name,
    delivered,
    deliveredBed: addEffect(delivered, golden.f),
    perActivityIn: () => estimate,
    betweenCycle: golden.exactCycles ? 0 : GOLDEN.sigma,
    family: golden.name,
    effectPerGray: golden.f,
    alphaBetaGy: 2.6,
    radiobiologyConfirmed: true,
    radiobiologySource: '',
    basis: 'patient',
    prior: null,
    trendSeen: null,
  };
}

const requestOf = (cycles: number, limits: readonly DoseLimit[]): PlanRequest => ({
  cycle: 2,
  cyclesLeft: cycles,
  limits,
  targets: [],
  riskAccepted: 0.05,
  activityCap: null,
});

const limitOf = ({ name, limit, bed }: GoldenRegion): DoseLimit => ({
  region: name,
  value: gray(limit),
  quantity: bed ? 'BED' : 'absorbed dose',
  source: 'test',
});

describe('P9: the chances of a course agree with plain Monte Carlo of NumPy, 8 million draws', () => {
  it.each(GOLDEN.courses)('$title', course => {
    const request = requestOf(course.cycles, course.regions.map(limitOf));
    const chances = courseChances(request, course.regions.map(regionOf));
    const at = gigabecquerel(course.activity);
    // The stated accuracy of the scenarios: 0.3 percentage points; NumPy's own scatter is 0.01.
    course.risks.forEach((risk, index) => expect(Math.abs(chanceAt(chances.limits[index]!, at) - risk)).toBeLessThan(0.003));
    expect(Math.abs(chanceAt(chances.jointLimits!, at) - course.jointRisk)).toBeLessThan(0.003);
    // 0.3 percentage points at a risk of 5 % are 1 % of the activity where the spread is widest
    expect(Math.abs(valueOfChance(chances.jointLimits!, 0.05) / 1e9 / course.activityAt5Percent - 1)).toBeLessThan(0.01);
    expect(Math.abs(valueOfChance(chances.jointLimits!, 0.2) / 1e9 / course.activityAt20Percent - 1)).toBeLessThan(0.01);
  });
});

describe('P9: one organ has a closed form', () => {
  const one = (spread: number, limit: number, cycles: number) =>
    courseChances(requestOf(cycles, [{ region: 'kidneys', value: gray(limit), quantity: 'absorbed dose', source: 'test' }]), [
      regionOf({
        name: 'kidneys',
        delivered: 9.8,
        deliveredShares: {},
        perActivity: 4.6 / 7.4,
        shares: { next: spread },
        f: 0,
        limit,
        bed: false,
        exactCycles: true,
      }),
    ]);
  it('case plan-02: 13.2 Gy left in two cycles, a deviation of 15 % common to them: 8.30713 GBq with 95 %', () => {
    const chances = one(Math.sqrt(Math.log(1 + 0.15 ** 2)), 23, 2);
    // the case rounds z to 1.645; the scenarios resolve the rest
    expect(Math.abs(valueOfChance(chances.jointLimits!, 0.05) / 1e9 / 8.30713 - 1)).toBeLessThan(1e-4);
  });
  it.each([0.01, 0.05, 0.5, 0.9])('A = L exp(-z s) / (n g) at a risk of %d', risk => {
    const z = { 0.01: 2.3263478740408408, 0.05: 1.6448536269514722, 0.5: 0, 0.9: -1.2815515655446004 }[risk]!;
    const expected = (13.2 / 2 / (4.6 / 7.4)) * Math.exp(-z * 0.3);
    expect(valueOfChance(one(0.3, 23, 2).jointLimits!, risk) / 1e9 / expected).toBeCloseTo(1, 5);
  });
  it('few degrees of freedom: the quantile of Student t instead of the normal one', () => {
    const region = regionOf({
      name: 'kidneys',
      delivered: 0,
      deliveredShares: {},
      perActivity: 1,
      shares: { next: 0.4 },
      f: 0,
      limit: 10,
      bed: false,
      exactCycles: true,
    });
    const request = requestOf(1, [{ region: 'kidneys', value: gray(10), quantity: 'absorbed dose', source: 'test' }]);
    const chances = courseChances(request, [
      { ...region, perActivityIn: cycle => ({ ...region.perActivityIn(cycle), degreesOfFreedom: 5 }) },
    ]);
    // t of 5 degrees of freedom at 95 %, from SciPy
    expect(valueOfChance(chances.jointLimits!, 0.05) / 1e9 / (10 * Math.exp(-0.4 * 2.015048373))).toBeCloseTo(1, 4);
  });
  it.each([
    [3, 1, 1.1968814],
    [3, 2, 3.3068221],
    [17, 1.6448536, 1.7396067],
    [60.5, -2.5, -2.5770659],
  ])('Student of %d degrees of freedom at the probability of the normal deviate %d (SciPy)', (degrees, deviate, expected) => {
    // cubics over steps of 0.2 are exact to a ten-thousandth here
    expect(Math.abs(studentDeviate(degrees)(deviate) - expected)).toBeLessThan(5e-4);
  });
});

describe('P9: what holds for every course', () => {
  const region = fc.record({
    delivered: fc.double({ min: 0, max: 8, noNaN: true }),
    perActivity: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
    own: fc.double({ min: 0.02, max: 0.5, noNaN: true }),
    shared: fc.double({ min: 0, max: 0.2, noNaN: true }),
    limit: fc.double({ min: 8.5, max: 40, noNaN: true }),
    bed: fc.boolean(),
  });
  const course = fc.record({ regions: fc.array(region, { minLength: 1, maxLength: 4 }), cycles: fc.integer({ min: 1, max: 5 }) });
  it('more activity, more risk; the joint risk is at least the largest and at most the sum of the single ones', () => {
    fc.assert(
      fc.property(course, ({ regions, cycles }) => {
        const golden = regions.map(({ delivered, perActivity, own, shared, limit, bed }, index): GoldenRegion => ({
          name: `organ-${String(index)}`,
          delivered,
          deliveredShares: { calibration: shared, [`own-${String(index)}`]: own / 2 },
          perActivity,
          shares: { calibration: shared, [`own-${String(index)}`]: own },
          f: 0.02,
          limit,
          bed,
        }));
        const chances = courseChances(requestOf(cycles, golden.map(limitOf)), golden.map(regionOf));
        let before = 0;
        for (const activity of [1, 2, 4, 7.4, 10, 20].map(gigabecquerel)) {
          const singles = chances.limits.map(activities => chanceAt(activities, activity));
          const joint = chanceAt(chances.jointLimits!, activity);
          expect(joint).toBeGreaterThanOrEqual(before);
          expect(joint).toBeGreaterThanOrEqual(Math.max(...singles));
          // values between two scenarios are interpolated: one part in 8191 each
          expect(joint).toBeLessThanOrEqual(singles.reduce((sum, risk) => sum + risk, 0) + regions.length / 8191);
          before = joint;
        }
      }),
      { numRuns: 12, seed: 4 },
    );
  });
});
