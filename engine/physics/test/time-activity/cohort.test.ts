import {
  activityAt,
  assertPlausibleCohort,
  cohortBasis,
  cohortFactor,
  curveBand,
  divideEstimates,
  fitTimeActivity,
  hours,
  integrateCurve,
  interval95,
  type Cohort,
  type CohortMember,
  type Second,
} from '@graywise/physics';
import { activityOf, integralOf, LU_177, normal, pointsOf, randomStream, type Truth } from './truthCurves.js';

const memberOf = (truth: Truth): CohortMember => ({
  terms: truth.map(({ amplitude, halfLifeHours }) => ({ amplitude, rate: Math.LN2 / (halfLifeHours * 3600) })),
});
const cohortOf = (truths: readonly Truth[], change: Partial<Cohort> = {}): Cohort => ({
  id: 'toy',
  radiopharmaceutical: '177Lu-DOTATATE',
  regions: ['kidneys', 'kidney-left', 'kidney-right'],
  members: truths.map(memberOf),
  firstScan: hours(1),
  source: 'own patients',
  confirmed: true,
  ...change,
});
const TOY = cohortOf([45, 55, 65].map(halfLifeHours => [{ amplitude: 1, halfLifeHours }]));

/** One scan of a patient by a cohort. */
const byCohort = (cohort: Cohort, truth: Truth, time: number, noise = 0, random?: () => number) =>
  fitTimeActivity({
    points: pointsOf(truth, [time], noise, random),
    physicalHalfLife: LU_177,
    basis: cohortBasis([cohort], 'Lutathera', 'kidneys'),
    where: 'kidneys',
  });

describe('T20: the factor of a cohort', () => {
  it('case stp-04: half-lives of 45, 55 and 65 h at 72 h make 198.501 h with a deviation of 3.10602 h (tolerance 1e-5)', () => {
    const { factor, standardDeviation } = cohortFactor(TOY, hours(72));
    expect(factor.value / 3600 / 198.501).toBeCloseTo(1, 5);
    expect(standardDeviation / 3600 / 3.10602).toBeCloseTo(1, 5);
    expect(standardDeviation / factor.value / 0.0156473).toBeCloseTo(1, 5);
    expect(factor.standardUncertainty / standardDeviation).toBeCloseTo(Math.sqrt(4 / 3), 12);
    expect(factor.degreesOfFreedom).toBe(2);
  });
  it('refuses a cohort of one', () => {
    expect(() => cohortFactor({ id: 'x', members: TOY.members.slice(0, 1), firstScan: hours(1) }, hours(1))).toThrow(
      expect.objectContaining({ code: 'GW_USAGE' }) as Error,
    );
  });
});

describe('T20: one scan by a cohort', () => {
  const truth: Truth = [{ amplitude: 1e8, halfLifeHours: 55 }];
  const { fit, timeIntegratedActivity, effectiveHalfLife, warnings } = byCohort(TOY, truth, 72);
  it('case stp-04: the integral is the activity of the scan times 198.501 h, as uncertain as 3.10602 h sqrt(4/3)', () => {
    const { value, contributions, degreesOfFreedom } = timeIntegratedActivity;
    const activity = activityOf(truth, 72);
    expect(value / 3600 / activity / 198.501).toBeCloseTo(1, 5);
    const share = contributions.find(({ key }) => key === 'cohort:toy')?.standardUncertainty ?? NaN;
    expect(share / 3600 / activity / (3.10602 * Math.sqrt(4 / 3))).toBeCloseTo(1, 5);
    // with what the members' first hour hides, which is known without a number of patients
    expect(degreesOfFreedom).toBeGreaterThan(2);
    expect(degreesOfFreedom).toBeLessThan(2.2);
  });
  it('the curve passes through the scan and has that integral; its band is narrowest there', () => {
    expect(activityAt(fit, hours(72)) / activityOf(truth, 72)).toBeCloseTo(1, 12);
    expect(integrateCurve(fit) / timeIntegratedActivity.value).toBeCloseTo(1, 12);
    const [early, at, late] = curveBand(fit, [hours(10), hours(72), hours(200)]).map(({ lower, upper }) => upper - lower);
    expect(at).toBeLessThan(1e-6 * (early ?? NaN));
    expect(late).toBeGreaterThan(0);
    expect(fit).toMatchObject({ model: 'mean of a cohort', singleScan: { method: 'cohort', confirmed: true } });
    expect(warnings.map(({ code }) => code)).toEqual(['GW_SINGLE_TIME_POINT']);
  });
  it('made anew from what it keeps, as the check of a budget does, it is the same', () => {
    const again = fitTimeActivity({
      points: pointsOf(truth, [72], 0),
      physicalHalfLife: LU_177,
      basis: fit.singleScan ?? null,
      where: 'kidneys',
    });
    expect(again.timeIntegratedActivity.value / timeIntegratedActivity.value).toBeCloseTo(1, 12);
  });
  it('the half-life shown is the geometric mean of the members', () => {
    expect(effectiveHalfLife.value / 3600).toBeCloseTo(Math.cbrt(45 * 55 * 65), 9);
  });
  it('an early and a late scan err to opposite sides by one patient: their ratio is as uncertain as the members differ in it', () => {
    const halfLives = [45, 50, 55, 60, 65];
    const cohort = cohortOf(halfLives.map(halfLifeHours => [{ amplitude: 1, halfLifeHours }]));
    const [early, late] = [24, 168].map(time => byCohort(cohort, truth, time).timeIntegratedActivity);
    const { value, standardUncertainty } = divideEstimates(late!, early!, ratio => ratio);
    // Jackson's factors of each member over those of another time, by hand
    const ratios = halfLives.map(halfLife => 2 ** ((168 - 24) / halfLife));
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / 5;
    const deviation = Math.sqrt(ratios.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0) / 4);
    // first order of a curved function
    expect(standardUncertainty / value / ((deviation / mean) * Math.sqrt(1.2))).toBeGreaterThan(0.85);
    expect(standardUncertainty / value / ((deviation / mean) * Math.sqrt(1.2))).toBeLessThan(1.15);
  });
  it('what no member was scanned for counts, and more the later all of them were first scanned', () => {
    const early = [1, 4, 24].map(time => {
      const { contributions, value } = byCohort({ ...TOY, firstScan: hours(time) }, truth, 72).timeIntegratedActivity;
      return (contributions.find(({ key }) => key.startsWith('early-phase'))?.standardUncertainty ?? NaN) / value;
    });
    // a phase of a quarter of an hour in half-time, as large as the activity at the start, either way
    const mean = integrateCurve(fit) / activityAt(fit, 0 as Second);
    expect(early[0]! / (900 / Math.LN2 / Math.sqrt(3) / mean)).toBeCloseTo(1, 9);
    expect(early[1]).toBeGreaterThan(3 * early[0]!);
    expect(early[2]).toBeGreaterThan(early[1]!);
  });
  it('refuses a scan at which a member has nothing', () => {
    const uptake: Truth = [
      { amplitude: 1, halfLifeHours: 50 },
      { amplitude: -1, halfLifeHours: 2 },
    ];
    expect(() => byCohort(cohortOf([uptake, truth]), truth, 0)).toThrow(expect.objectContaining({ code: 'GW_PRIOR_REFUSED' }) as Error);
  });
  it('the scan is averaged first where there are two at one time', () => {
    const [point] = pointsOf(truth, [72], 0.02);
    const twice = fitTimeActivity({
      points: [point!, { ...point!, timePoint: 2 }],
      physicalHalfLife: LU_177,
      basis: cohortBasis([TOY], '177Lu-DOTATATE', 'kidney-left'),
      where: 'kidneys',
    });
    expect(twice.timeIntegratedActivity.value / timeIntegratedActivity.value).toBeCloseTo(1, 12);
  });
  it('takes the cohort of most patients for region and radiopharmaceutical, or none', () => {
    const larger = cohortOf(
      [...Array(4).keys()].map(index => [{ amplitude: 1, halfLifeHours: 50 + index }]),
      { id: 'larger' },
    );
    expect(cohortBasis([TOY, larger], 'Lu-177 DOTATATE', 'kidneys')?.cohort.id).toBe('larger');
    expect(cohortBasis([TOY], '177Lu-PSMA-617', 'kidneys')).toBeNull();
    expect(cohortBasis([TOY], '177Lu-DOTATATE', 'liver')).toBeNull();
    expect(
      cohortBasis([cohortOf([truth, [{ amplitude: 1, halfLifeHours: 40 }]], { regions: ['lesion'] })], '177Lu-DOTATATE', 'lesion-3'),
    ).not.toBeNull();
  });
  it('holds 95 % of patients of the same kind, whose curves no half-life describes, with 8 in the cohort', () => {
    const random = randomStream(20);
    const patient = (): Truth => [
      { amplitude: 70 * Math.exp(0.3 * normal(random)), halfLifeHours: 52 * Math.exp(0.18 * normal(random)) },
      { amplitude: 40 * Math.exp(0.4 * normal(random)), halfLifeHours: 8 * Math.exp(0.4 * normal(random)) },
    ];
    let held = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const [truth, cohort] = [patient(), cohortOf(Array.from({ length: 8 }, patient))];
      const [low, high] = interval95(byCohort(cohort, truth, [24, 72, 120][trial % 3] ?? 72, 0.02, random).timeIntegratedActivity);
      if (integralOf(truth) > low && integralOf(truth) < high) held++;
    }
    // 95 % of 2000, give or take four deviations of counting (2 %)
    expect(held / 2000).toBeGreaterThan(0.93);
    expect(held / 2000).toBeLessThan(0.97);
  });
});

describe('K4: what cannot be a cohort is refused', () => {
  it.each([
    ['one patient', { members: TOY.members.slice(1, 2) }],
    ['no region', { regions: [] }],
    ['no nuclide', { radiopharmaceutical: 'DOTATATE' }],
    ['a half-life longer than the physical one', cohortOf([[{ amplitude: 1, halfLifeHours: 160 }], [{ amplitude: 1, halfLifeHours: 50 }]])],
    ['minutes taken for hours', cohortOf([[{ amplitude: 1, halfLifeHours: 0.1 }], [{ amplitude: 1, halfLifeHours: 50 }]])],
    ['a curve that ends in uptake', cohortOf([[{ amplitude: -1, halfLifeHours: 50 }], [{ amplitude: 1, halfLifeHours: 50 }]])],
    ['one patient twice', { members: [...TOY.members, TOY.members[0]!] }],
    [
      'a curve that is below zero in between',
      cohortOf([
        [
          { amplitude: 10, halfLifeHours: 50 },
          { amplitude: -30, halfLifeHours: 10 },
          { amplitude: 21, halfLifeHours: 1 },
        ],
        [{ amplitude: 1, halfLifeHours: 50 }],
      ]),
    ],
    [
      'a curve that starts below zero',
      cohortOf([
        [
          { amplitude: 1, halfLifeHours: 50 },
          { amplitude: -1.2, halfLifeHours: 2 },
        ],
        [{ amplitude: 1, halfLifeHours: 50 }],
      ]),
    ],
  ])('%s', (_what, change: Partial<Cohort>) => {
    expect(() => {
      assertPlausibleCohort({ ...TOY, ...change });
    }).toThrow(expect.objectContaining({ code: 'GW_PRIOR_REFUSED' }) as Error);
  });
  it('uptake from nothing is none of them', () => {
    const truth: Truth = [{ amplitude: 1, halfLifeHours: 60 }];
    const uptake: Truth = [
      { amplitude: 1, halfLifeHours: 50 },
      { amplitude: -1, halfLifeHours: 2 },
    ];
    expect(() => {
      assertPlausibleCohort(cohortOf([uptake, truth]));
    }).not.toThrow();
  });
});
