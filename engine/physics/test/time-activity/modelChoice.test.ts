import {
  activityAt,
  akaikeCriterion,
  akaikeWeights,
  correctedAkaikeCriterion,
  fitTimeActivity,
  hours,
  integrateCurve,
  timeIntegratedParametrization,
  becquerelSecond,
  trapezoidalIntegral,
  type CurvePoint,
} from '@graywise/physics';
import { activityOf, integralOf, LU_177, normal, pointsOf, randomStream, type Truth } from './truthCurves.js';

const fit = (points: readonly CurvePoint[], parts: Partial<Parameters<typeof fitTimeActivity>[0]> = {}) =>
  fitTimeActivity({ points, physicalHalfLife: LU_177, where: 'kidneys', ...parts });
const TRI: Truth = [
  { amplitude: 1e8, halfLifeHours: 60 },
  { amplitude: 6e7, halfLifeHours: 8 },
  { amplitude: -1.6e8, halfLifeHours: 1 },
];

describe('T4: Akaike criteria', () => {
  // case fit-01: N = 8, residual sums of squares 40 (K = 2), 9 (K = 4), 12 (K = 3), tolerance 1e-4
  const models = [
    { parameters: 2, sum: 40, criterion: 19.2755, withNoise: 24.8755, weight: 0.114541 },
    { parameters: 4, sum: 9, criterion: 22.2756, withNoise: 40.9423, weight: 0.0255562 },
    { parameters: 3, sum: 12, criterion: 15.2437, withNoise: 24.5771, weight: 0.859903 },
  ];
  it('case fit-01: AICc with K the structural parameters, and with the scatter counted as one more', () => {
    for (const { parameters, sum, criterion, withNoise } of models) {
      expect((correctedAkaikeCriterion(sum, 8, parameters) ?? NaN) / criterion).toBeCloseTo(1, 4);
      expect((correctedAkaikeCriterion(sum, 8, parameters + 1) ?? NaN) / withNoise).toBeCloseTo(1, 4);
    }
  });
  it('case fit-01: weights', () => {
    const weights = akaikeWeights(models.map(({ parameters, sum }) => correctedAkaikeCriterion(sum, 8, parameters) ?? NaN));
    models.forEach(({ weight }, index) => expect((weights[index] ?? NaN) / weight).toBeCloseTo(1, 4));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
  it('case fit-01: without points to spare there is no AICc; four parameters of four or five points', () => {
    expect(correctedAkaikeCriterion(1, 4, 4)).toBeNull();
    expect(correctedAkaikeCriterion(1, 5, 4)).toBeNull();
    expect(correctedAkaikeCriterion(1, 6, 4)).not.toBeNull();
  });
  it('of stated scatter chi-square + 2 K is unbiased for few points: the optimism of a straight line through 4 points is 2 K', () => {
    // chi-square of new points less that of the fitted ones, mean over fits of a constant (K = 1) to 4 normal numbers: 2
    const random = randomStream(7);
    let optimism = 0;
    for (let round = 0; round < 20000; round++) {
      const [old, fresh] = [0, 1].map(() => Array.from({ length: 4 }, () => normal(random)));
      const mean = (old ?? []).reduce((sum, value) => sum + value / 4, 0);
      const chi = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      optimism += (chi(fresh ?? []) - chi(old ?? [])) / 20000;
    }
    // scatters by 4.5 / sqrt(20000) = 0.03
    expect(optimism).toBeCloseTo(akaikeCriterion(0, 1), 0.5);
  });
});

describe('T12: the integral is averaged over the models', () => {
  const random = randomStream(11);
  const points = pointsOf(TRI, [4, 24, 96, 168], 0.03, random);
  const result = fit(points);
  const models = result.fit.models ?? [];
  it('the value is the weighted mean, and the record names models, weights and integrals', () => {
    expect(models.length).toBeGreaterThan(1);
    expect(models.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    const mean = models.reduce((sum, { weight, timeIntegratedActivity }) => sum + weight * timeIntegratedActivity, 0);
    expect(result.timeIntegratedActivity.value / mean).toBeCloseTo(1, 12);
    expect(result.fit.reason).toContain('mean of them by Akaike weight');
  });
  it('the curve shown is that of the model with the most weight', () => {
    const best = models.reduce((most, model) => (model.weight > most.weight ? model : most));
    expect(integrateCurve(result.fit) / best.timeIntegratedActivity).toBeCloseTo(1, 12);
  });
  it('the variance holds what lies between the models', () => {
    const { value, standardUncertainty } = result.timeIntegratedActivity;
    const between = models.reduce((sum, { weight, timeIntegratedActivity }) => sum + weight * (timeIntegratedActivity - value) ** 2, 0);
    expect(standardUncertainty ** 2).toBeGreaterThan(between);
  });
  it('what all points share stays one variable: 5 % of a calibration are 5 % of the mean', () => {
    const calibrated = points.map(point => ({
      ...point,
      activity: {
        ...point.activity,
        contributions: [
          ...point.activity.contributions,
          { source: 'calibration' as const, key: 'calibration:1', standardUncertainty: 0.05 * point.activity.value },
        ],
      },
    }));
    const { timeIntegratedActivity } = fit(calibrated);
    const share = timeIntegratedActivity.contributions.find(({ key }) => key === 'calibration:1')?.standardUncertainty ?? NaN;
    expect(share / timeIntegratedActivity.value).toBeCloseTo(0.05, 9);
  });
  it('scatter beyond the stated is known by few degrees of freedom only', () => {
    expect(fit(pointsOf(TRI.slice(0, 1), [4, 24, 96, 168], 0.03)).timeIntegratedActivity.degreesOfFreedom).toBeNull();
    const wild = pointsOf(TRI, [4, 24, 72, 96, 168], 0.01).map((point, index) => ({
      ...point,
      activity: { ...point.activity, value: (point.activity.value * (index % 2 === 0 ? 1.1 : 0.9)) as typeof point.activity.value },
    }));
    expect(fit(wild).timeIntegratedActivity.degreesOfFreedom).toBeLessThan(10);
  });
});

describe('T15: curves of three exponentials', () => {
  it('two clearance phases after uptake, from nine scans', () => {
    const { fit: found, timeIntegratedActivity, effectiveHalfLife } = fit(pointsOf(TRI, [0.5, 1, 2, 4, 10, 24, 72, 144, 240], 0.02));
    expect(found.model).toBe('tri-exponential');
    // exact points: the sum of squares is zero at the optimum
    expect(integrateCurve(found) / integralOf(TRI)).toBeCloseTo(1, 7);
    expect(timeIntegratedActivity.value / integralOf(TRI)).toBeCloseTo(1, 7);
    expect(effectiveHalfLife.value / 3600).toBeCloseTo(60, 4);
    expect(activityAt(found, 0) / 1e8).toBeCloseTo(0, 9);
  });
  const f4d = timeIntegratedParametrization({
    timeIntegratedActivity: becquerelSecond(1e14),
    share: 0.2,
    clearanceRate: Math.LN2 / (80 * 3600),
    uptakeRate: Math.LN2 / (6 * 3600),
    circulationRate: Math.LN2 / 60,
    physicalRate: Math.LN2 / LU_177,
  });
  it('f4d of Kletting and Hardiansyah: its A1 is the integral, by Simpson over 60 half-lives, and it starts from nothing', () => {
    expect(integrateCurve({ terms: f4d }) / 1e14).toBeCloseTo(1, 12);
    expect(activityAt({ terms: f4d }, 0) / (f4d[0]?.amplitude ?? NaN)).toBeCloseTo(0, 12);
    // in u = ln(1 + t / 10 s), so that a minute and a month are both resolved
    const steps = 20000;
    const last = Math.log(1 + (60 * 53 * 3600) / 10);
    let sum = 0;
    for (let step = 0; step <= steps; step++) {
      const seconds = 10 * (Math.exp((last * step) / steps) - 1);
      const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
      sum += weight * activityAt({ terms: f4d }, seconds) * (seconds + 10);
    }
    expect((sum * last) / steps / 3 / 1e14).toBeCloseTo(1, 8);
  });
  it('prompt and delayed uptake is that family: six exact points give f4d back', () => {
    const points = pointsOf(
      f4d.map(({ amplitude, rate }) => ({ amplitude, halfLifeHours: Math.LN2 / rate / 3600 })),
      [1, 4, 10, 24, 72, 144],
      0.02,
    );
    const { fit: found } = fit(points);
    expect(found.model).toBe('prompt and delayed uptake');
    expect(integrateCurve(found) / 1e14).toBeCloseTo(1, 6);
  });
});

describe('T14: tails', () => {
  // case fit-03: 50 MBq, uptake 3 h, effective 60 h, scans at 4, 24, 72, 168 h
  const truth: Truth = [
    { amplitude: 50e6, halfLifeHours: 60 },
    { amplitude: -50e6, halfLifeHours: 3 },
  ];
  const times = [4, 24, 72, 168];
  const points = pointsOf(truth, times, 0.02);
  it('case fit-03: trapezoids and physical decay are 5180.47 MBq h, 1.25994 of the truth, and a third of it lies after the last scan', () => {
    const { timeIntegratedActivity, extrapolatedFraction } = trapezoidalIntegral({
      seconds: times.map(hours),
      activities: points.map(({ activity }) => activity.value),
      start: 'from nothing',
      tailHalfLife: LU_177,
    });
    expect(timeIntegratedActivity / 3.6e9 / 5180.47).toBeCloseTo(1, 4);
    expect(timeIntegratedActivity / integralOf(truth) / 1.25994).toBeCloseTo(1, 4);
    expect(extrapolatedFraction).toBeCloseTo(1652.353 / 5180.467, 6);
  });
  it('a physical tail on the fitted curve: the integral to 168 h and A(168 h) T / ln 2', () => {
    const { timeIntegratedActivity, fit: found } = fit(points, { tail: { rule: 'physical decay' } });
    const head = truth.reduce((sum, { amplitude, halfLifeHours }) => {
      return sum + ((amplitude * halfLifeHours * 3600) / Math.LN2) * (1 - 2 ** (-168 / halfLifeHours));
    }, 0);
    const tail = (activityOf(truth, 168) * LU_177) / Math.LN2;
    expect(timeIntegratedActivity.value / (head + tail)).toBeCloseTo(1, 6);
    expect(found.extrapolatedFraction).toBeCloseTo(tail / (head + tail), 5);
    expect(found.tail).toBe('physical decay');
  });
  it('a tail by a population is as uncertain as the population, by its key', () => {
    const halfLife = {
      value: hours(60),
      standardUncertainty: hours(12),
      degreesOfFreedom: null,
      distribution: 'lognormal',
      contributions: [{ source: 'half-life prior', key: 'prior:test', standardUncertainty: hours(12) }],
    } as const;
    const { timeIntegratedActivity } = fit(points, { tail: { rule: 'population half-life', halfLife, source: 'a test', confirmed: true } });
    const share = timeIntegratedActivity.contributions.find(({ key }) => key === 'prior:test')?.standardUncertainty ?? NaN;
    expect(share / ((activityOf(truth, 168) * 12 * 3600) / Math.LN2)).toBeCloseTo(1, 6);
    expect(timeIntegratedActivity.value / integralOf(truth)).toBeCloseTo(1, 6);
  });
});
