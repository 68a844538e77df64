import { becquerelSecond, fitTimeActivity, hours, type TimeActivityFit } from '@graywise/physics';
import { fitAdvice } from '../../src/time-activity/fitAdvice.js';
import { runsProbability } from '../../src/time-activity/runsProbability.js';
import { LU_177, pointsOf, type Truth } from './truthCurves.js';

const fit = (truth: Truth, times: readonly number[], factors: readonly number[] = []) =>
  fitTimeActivity({
    points: pointsOf(truth, times, 0.02).map((point, index) => ({
      ...point,
      activity: { ...point.activity, value: (point.activity.value * (factors[index] ?? 1)) as typeof point.activity.value },
    })),
    physicalHalfLife: LU_177,
    where: 'kidneys',
  }).fit;

describe('T13: advice in words, never a refusal', () => {
  it('a curve that explains its points is left alone on that account', () => {
    expect((fit([{ amplitude: 1e8, halfLifeHours: 51 }], [4, 24, 96, 168]).advice ?? []).join()).not.toContain('explains');
  });
  it('a curve that explains less than 80 % of the variation', () => {
    const advice = fit([{ amplitude: 1e8, halfLifeHours: 159 }], [4, 24, 48, 72, 96], [1, 0.6, 1.3, 0.7, 1.2]).advice ?? [];
    expect(advice.join()).toContain('less than 80 %');
  });
  it('parameters that trade against each other', () => {
    const truth = [
      { amplitude: 5e7, halfLifeHours: 80 },
      { amplitude: 3e7, halfLifeHours: 20 },
    ];
    expect((fit(truth, [1, 4, 24, 48, 96, 168]).advice ?? []).join()).toMatch(/Correlated by more than 0\.8.*clearance rate/);
  });
  it('runs of residuals: the probability of chance, from Swed and Eisenhart 1943 (2 of 8, four of each: 0.029)', () => {
    expect(runsProbability(2, 4, 4)).toBeCloseTo(0.029, 3);
    expect(runsProbability(4, 5, 5)).toBeCloseTo(0.167, 3);
    expect(runsProbability(10, 5, 5)).toBeCloseTo(1, 12);
    expect(runsProbability(1, 0, 6)).toBe(1);
  });
  const plain: TimeActivityFit = {
    model: 'mono-exponential',
    terms: [{ amplitude: 1e8, rate: Math.LN2 / (60 * 3600) }],
    parameterNames: ['amplitude', 'clearance rate'],
    covariance: [1e12, 0, 0, 1e-16],
    residualSumOfSquares: 0,
    tail: 'fitted',
    extrapolatedFraction: 0.1,
    reason: '',
  };
  const around = (factors: readonly number[]) =>
    pointsOf(
      [{ amplitude: 1e8, halfLifeHours: 60 }],
      factors.map((_, index) => 12 * (index + 1)),
      0.02,
    ).map((point, index) => ({
      ...point,
      activity: { ...point.activity, value: (point.activity.value * (factors[index] ?? 1)) as typeof point.activity.value },
    }));
  it('points first above and then below the curve, eight of them', () => {
    expect(fitAdvice(plain, around([1.02, 1.01, 1.02, 1.01, 0.99, 0.98, 0.99, 0.98])).join()).toContain('in 2 runs');
    expect(fitAdvice(plain, around([1.02, 0.99, 1.02, 0.98, 1.01, 0.98, 1.02, 0.99]))).toEqual([]);
  });
  it('models that rival each other are named with their weights and what they would change', () => {
    const model = (title: string, weight: number, integral: number) => ({
      title,
      weight,
      timeIntegratedActivity: becquerelSecond(integral),
      effectiveHalfLife: hours(50),
    });
    const models = [model('mono-exponential', 0.65, 100), model('uptake and clearance', 0.35, 97)];
    expect(fitAdvice({ ...plain, models }, around([1.02, 0.99, 1.01]))).toEqual([
      'No model is clearly the best; weights: mono-exponential 65 %, uptake and clearance 35 % (integral -3.0 %).',
    ]);
  });
});
