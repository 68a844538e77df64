import { readJson } from '../support/readJson.js';
import { becquerel, curveBand, exactly, fitTimeActivity, hours, integrateCurve, makeEstimate, type CurvePoint } from '@graywise/physics';
import { integralDerivatives } from '../../src/time-activity/curveDerivatives.js';
import { parameterGradient, type CurveParameter } from '../../src/time-activity/curveParameters.js';
import { integralOf, LU_177, pointsOf, type Truth } from './truthCurves.js';

const fit = (points: readonly CurvePoint[]) => fitTimeActivity({ points, physicalHalfLife: LU_177, where: 'kidneys' });

interface GoldenFit {
  readonly model: string;
  readonly times_h: number[];
  readonly activity: number[];
  readonly relativeUncertainty: number[];
  readonly parameters: number[];
  readonly covariance: number[];
  readonly chiSquare: number;
  readonly integral: number;
  readonly u_integral: number;
}
const golden = readJson<GoldenFit[]>('test/golden/curve_fit.json');

describe('T4 and T6: the same curve and covariance as an independent least-squares program', () => {
  it.each(golden)(
    '$model',
    ({ model, times_h, activity, relativeUncertainty, parameters, covariance, chiSquare, integral, u_integral }) => {
      const points = times_h.map((time, index) => {
        const value = becquerel(activity[index] ?? 0);
        const share = {
          source: 'counts',
          key: `counts:${String(index)}`,
          standardUncertainty: value * (relativeUncertainty[index] ?? 0),
        } as const;
        return { timePoint: index + 1, afterAdministration: hours(time), activity: makeEstimate(value, [share]) };
      });
      const result = fit(points);
      const freedom = points.length - parameters.length;
      const birge = Math.max(1, chiSquare / freedom);
      expect(result.fit.model).toBe(model);
      expect(result.fit.residualSumOfSquares).toBeCloseTo(chiSquare, 6);
      // both minimise the same sum; two minimisers meet to about the square root of the machine precision
      expect(integrateCurve(result.fit) / 3600 / integral).toBeCloseTo(1, 6);
      const rate = result.fit.parameterNames.indexOf('clearance rate');
      const variance = result.fit.covariance[rate * parameters.length + rate] ?? NaN;
      // curve_fit takes a numerical Jacobian, good to about 1e-7 of the values
      expect((Math.sqrt(variance) * 3600) / Math.sqrt((covariance[parameters.length + 1] ?? NaN) * birge)).toBeCloseTo(1, 4);
      const gradient = parameterGradient(result.fit.terms, result.fit.parameterNames as CurveParameter[], integralDerivatives);
      const size = gradient.length;
      const spread = gradient.reduce(
        (sum, a, row) => sum + gradient.reduce((part, b, column) => part + a * b * (result.fit.covariance[row * size + column] ?? 0), 0),
        0,
      );
      expect(Math.sqrt(spread / birge) / 3600 / u_integral).toBeCloseTo(1, 4);
    },
  );
});

describe('T1: exact curves are found exactly', () => {
  const cases: [string, Truth, number[]][] = [
    ['mono-exponential', [{ amplitude: 3e8, halfLifeHours: 51 }], [24, 96, 168]],
    ['mono-exponential', [{ amplitude: 3e8, halfLifeHours: 51 }], [24, 96]],
    [
      'uptake and clearance',
      [
        { amplitude: 3e7, halfLifeHours: 80 },
        { amplitude: -3e7, halfLifeHours: 4 },
      ],
      [4, 24, 96, 168],
    ],
    [
      'bi-exponential',
      [
        { amplitude: 2e8, halfLifeHours: 55 },
        { amplitude: 1e8, halfLifeHours: 4 },
      ],
      [1, 4, 10, 24, 96, 168],
    ],
  ];
  it.each(cases)('%s', (model, truth, times) => {
    const result = fit(pointsOf(truth, times, 0.02));
    expect(result.fit.model).toBe(model);
    // chi-square of exact points is zero at the optimum, so the rates are found to the width of the last search step
    expect(result.timeIntegratedActivity.value / integralOf(truth)).toBeCloseTo(1, 7);
    expect(result.effectiveHalfLife.value / 3600).toBeCloseTo(truth[0]?.halfLifeHours ?? 0, 5);
    // other models have a weight, of 1e-10 and less
    expect(integrateCurve(result.fit) / result.timeIntegratedActivity.value).toBeCloseTo(1, 9);
  });
  it('case fit-03: uptake half-time 3 h, effective half-life 60 h, 4111.68 MBq h', () => {
    const truth = [
      { amplitude: 50, halfLifeHours: 60 },
      { amplitude: -50, halfLifeHours: 3 },
    ];
    expect(fit(pointsOf(truth, [4, 24, 72, 168], 0.02)).timeIntegratedActivity.value / 3600).toBeCloseTo(4111.68, 2);
  });
});

describe('T2: no rate below physical decay', () => {
  it('a region that keeps what it has decays with the nuclide, and says so', () => {
    const result = fit(pointsOf([{ amplitude: 1e8, halfLifeHours: 400 }], [24, 96, 168], 0.02));
    expect(result.effectiveHalfLife.value).toBeCloseTo(LU_177, 3);
    expect(result.fit.tail).toBe('physical decay');
    expect(result.warnings.map(({ code }) => code)).toContain('GW_PHYSICAL_DECAY_FLOOR');
  });
  it('a region that rises all the time is fitted with uptake and a physical tail', () => {
    const points = [1e6, 3e6, 6e6, 7e6].map((value, index) => ({
      timePoint: index + 1,
      afterAdministration: hours([4, 24, 96, 168][index] ?? 0),
      activity: exactly(becquerel(value)),
    }));
    const result = fit(points);
    expect(result.fit.model).toBe('uptake and clearance');
    expect(result.effectiveHalfLife.value).toBeLessThanOrEqual(LU_177 * (1 + 1e-12));
    expect(result.fit.extrapolatedFraction).toBeGreaterThan(0.4);
    expect(result.warnings.map(({ code }) => code)).toContain('GW_EXTRAPOLATED');
  });
  it('two rising points', () => {
    const points = [1e6, 3e6].map((value, index) => ({
      timePoint: index + 1,
      afterAdministration: hours([4, 24][index] ?? 0),
      activity: exactly(becquerel(value)),
    }));
    expect(fit(points).effectiveHalfLife.value).toBeCloseTo(LU_177, 3);
  });
});

describe('T6: uncertainty', () => {
  const truth: Truth = [{ amplitude: 3e8, halfLifeHours: 51 }];
  it('what all points share passes fully correlated: a calibration of 5 % is 5 % of the integral and nothing of the half-life', () => {
    const points = pointsOf(truth, [24, 96, 168], 0.02).map(point => ({
      ...point,
      activity: makeEstimate(point.activity.value, [
        ...point.activity.contributions,
        { source: 'calibration', key: 'calibration:1', standardUncertainty: 0.05 * point.activity.value },
      ]),
    }));
    const { timeIntegratedActivity, effectiveHalfLife } = fit(points);
    const of = (estimate: typeof timeIntegratedActivity | typeof effectiveHalfLife) =>
      (estimate.contributions.find(({ key }) => key === 'calibration:1')?.standardUncertainty ?? NaN) / estimate.value;
    expect(of(timeIntegratedActivity)).toBeCloseTo(0.05, 9);
    expect(of(effectiveHalfLife)).toBeCloseTo(0, 9);
    expect(timeIntegratedActivity.value / fit(pointsOf(truth, [24, 96, 168], 0.02)).timeIntegratedActivity.value).toBeCloseTo(1, 12);
  });
  it('the sensitivity to one point equals the difference quotient', () => {
    const points = pointsOf(truth, [24, 96, 168], 0.02);
    const shifted = points.map((point, index) => {
      const value = becquerel(point.activity.value * (index === 1 ? 1.0001 : 1));
      // the weights stay those of the unshifted points
      return { ...point, activity: { ...point.activity, value } };
    });
    const [before, after] = [fit(points), fit(shifted)];
    const slope = (after.timeIntegratedActivity.value - before.timeIntegratedActivity.value) / (0.0001 * (points[1]?.activity.value ?? 0));
    const share = before.timeIntegratedActivity.contributions.find(({ key }) => key === 'counts:2')?.standardUncertainty ?? NaN;
    // the difference quotient of a curved function is good to the size of the step, and the repeatability moves with the value
    expect(share / (slope * (points[1]?.activity.standardUncertainty ?? NaN))).toBeCloseTo(1, 3);
  });
  it('a first scan later than 12 h leaves the start open: an uptake that no scan shows lies within the uncertainty', () => {
    const missed: Truth = [...truth, { amplitude: -3e8, halfLifeHours: 1.5 }];
    const { value, standardUncertainty } = fit(pointsOf(missed, [24, 96, 168], 0.01)).timeIntegratedActivity;
    expect((value - integralOf(missed)) / standardUncertainty).toBeLessThan(2);
  });
  it('the band holds the curve and is as wide as the covariance says at a scan', () => {
    const result = fit(pointsOf(truth, [24, 96], 0.02));
    const [band] = curveBand(result.fit, [24 * 3600]);
    const value = 3e8 * 2 ** (-24 / 51);
    // two points, two parameters: at a scan the curve is as uncertain as the point itself
    expect(((band?.upper ?? 0) - (band?.lower ?? 0)) / 2 / value).toBeCloseTo(1.959964 * Math.hypot(0.02, 0.01), 6);
  });
});

describe('T7: one time point with a stated half-life', () => {
  const at = (time: number) =>
    fitTimeActivity({
      points: pointsOf([{ amplitude: 1e8, halfLifeHours: 51 }], [time], 0),
      physicalHalfLife: LU_177,
      statedHalfLife: { halfLife: hours(51), relativeUncertainty: 0.2 },
      earlyPhase: null,
      where: 'kidneys',
    });
  it('integrates exactly when the half-life is right', () => {
    expect(at(96).timeIntegratedActivity.value / integralOf([{ amplitude: 1e8, halfLifeHours: 51 }])).toBeCloseTo(1, 12);
    expect(at(96).warnings.map(({ code }) => code)).toEqual(['GW_SINGLE_TIME_POINT']);
  });
  it('case stp-02: 30 MBq at 96 h with 51 h are 8137.87 MBq h (formula, A(t) exp(l t) / l)', () => {
    const point: CurvePoint = { timePoint: 1, afterAdministration: hours(96), activity: exactly(becquerel(30e6)) };
    const stated = { halfLife: hours(51), relativeUncertainty: 0.2 };
    const { timeIntegratedActivity } = fitTimeActivity({
      points: [point],
      physicalHalfLife: LU_177,
      statedHalfLife: stated,
      where: 'kidneys',
    });
    expect(timeIntegratedActivity.value / 3.6e9).toBeCloseTo(8137.87, 2);
  });
  // by SciPy (brentq on the distribution function, quad): the larger of q / 1.96, 95 % of |ln(true / taken)| below q, and its root mean square
  it.each([
    [24, 0.1326473],
    [74, 0.0390524],
    [96, 0.0901387],
    [168, 0.2823941],
  ])('the half-life of 51 h, 20 %%, leaves what holds 95 %% of it at %d h', (time, exact) => {
    const { contributions, value } = at(time).timeIntegratedActivity;
    const share = contributions.find(({ source }) => source === 'half-life prior')?.standardUncertainty ?? NaN;
    // quantiles are those of 1000 midpoints over 16 deviations: to 1 %
    expect(Math.abs(Math.abs(share) / value / exact - 1)).toBeLessThan(0.01);
  });
});

describe('T6 and T7: what is one random variable', () => {
  const keys = (parts: Partial<Parameters<typeof fitTimeActivity>[0]>, times: number[]): string[] =>
    fitTimeActivity({
      points: pointsOf([{ amplitude: 1e8, halfLifeHours: 51 }], times, 0.02),
      physicalHalfLife: LU_177,
      where: 'Left kidney',
      ...parts,
    }).timeIntegratedActivity.contributions.map(({ key }) => key);
  it('a fit is of one region in one cycle, whatever its label', () => {
    expect(keys({ key: '2:kidney-left' }, [4, 24, 96])).toContain('fit:2:kidney-left');
    expect(keys({}, [4, 24, 96])).toContain('fit:Left kidney');
  });
  it('a stated half-life is shared by all that name it', () => {
    const statedHalfLife = { halfLife: hours(51), relativeUncertainty: 0.2 };
    expect(keys({ statedHalfLife: { ...statedHalfLife, key: 'kidneys' } }, [96])).toContain('half-life:kidneys');
    expect(keys({ statedHalfLife }, [96])).toContain('half-life:Left kidney');
  });
});

describe('what cannot be fitted is refused by name', () => {
  const points = pointsOf([{ amplitude: 1e8, halfLifeHours: 51 }], [24, 96], 0.02);
  it('one point without a half-life', () =>
    expect(() => fit(points.slice(0, 1))).toThrow(expect.objectContaining({ code: 'GW_TOO_FEW_TIME_POINTS' })));
  it('no point', () => expect(() => fit([])).toThrow(expect.objectContaining({ code: 'GW_TOO_FEW_TIME_POINTS' })));
  it('two scans at the same time', () =>
    expect(() => fit(points.map(point => ({ ...point, afterAdministration: hours(24) })))).toThrow(
      expect.objectContaining({ code: 'GW_TOO_FEW_TIME_POINTS' }),
    ));
  it('no activity', () =>
    expect(() => fit(points.map(point => ({ ...point, activity: exactly(becquerel(0)) })))).toThrow(
      expect.objectContaining({ code: 'GW_FIT_FAILED' }),
    ));
  it('not a number', () =>
    expect(() => fit(points.map(point => ({ ...point, activity: { ...point.activity, value: NaN as never } })))).toThrow(
      expect.objectContaining({ code: 'GW_NOT_FINITE' }),
    ));
  it('a point that has come down to zero is data, not an error', () => {
    const [first, last] = points;
    const zero = { ...(last as CurvePoint), timePoint: 3, afterAdministration: hours(400), activity: exactly(becquerel(0)) };
    expect(fit([first as CurvePoint, last as CurvePoint, zero]).timeIntegratedActivity.value).toBeGreaterThan(0);
  });
  it('points in any order give the same curve', () => expect(fit([...points].reverse()).fit).toEqual(fit(points).fit));
});
