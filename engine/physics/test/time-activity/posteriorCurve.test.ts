import { activityAt, fitTimeActivity, hours, integrateCurve, makeEstimate, posteriorCurve, type HalfLifeBasis } from '@graywise/physics';
import { integralDerivatives } from '../../src/time-activity/curveDerivatives.js';
import { LU_177, normal, pointsOf, randomStream } from './truthCurves.js';

const PHYSICAL_RATE = Math.LN2 / LU_177;
const rate = (halfLifeHours: number) => Math.LN2 / (halfLifeHours * 3600);
const sample = (time: number, megabecquerel: number) => ({
  seconds: time * 3600,
  activity: megabecquerel * 1e6,
  scatter: megabecquerel * 5e4,
});

describe('T16: the most probable curve', () => {
  // SciPy 1.x, least_squares(method='lm') on the residuals of points and prior in the logarithms of the parameters, covariance (J^T J)^-1
  it('one exponential, correlated priors on amplitude and rate: as an independent program', () => {
    const prior = { parameters: ['amplitude', 'clearance rate'], medians: [9e7, rate(51)], covariance: [0.09, 0.01, 0.01, 0.04] } as const;
    const curve = posteriorCurve({
      samples: [sample(24, 60), sample(48, 50)],
      model: 'mono-exponential',
      prior,
      physicalRate: PHYSICAL_RATE,
    });
    expect((curve.values[0] ?? NaN) / 8.20067348e7).toBeCloseTo(1, 7);
    expect((curve.values[1] ?? NaN) / 3.13173004e-6).toBeCloseTo(1, 7);
    expect(curve.chiSquare).toBeCloseTo(2.451019186437833, 9);
    // a numerical Jacobian there, printed to six digits
    [0.00509721, 0.00985899, 0.00985899, 0.02515476].forEach((value, index) => expect(curve.covariance[index]).toBeCloseTo(value, 7));
  });
  it('uptake and clearance, priors on both rates', () => {
    const prior = { parameters: ['clearance rate', 'uptake rate'], medians: [rate(51), rate(3)], covariance: [0.04, 0, 0, 0.09] } as const;
    const samples = [sample(4, 40), sample(24, 60), sample(96, 25)];
    const curve = posteriorCurve({ samples, model: 'uptake and clearance', prior, physicalRate: PHYSICAL_RATE });
    [8.16525911e7, 3.43940559e-6, 5.41428977e-5].forEach((value, index) => expect((curve.values[index] ?? NaN) / value).toBeCloseTo(1, 7));
    expect(curve.covariance[0]).toBeCloseTo(0.00476814, 7);
    expect(curve.covariance[4]).toBeCloseTo(0.00580298, 7);
    expect(curve.covariance[8]).toBeCloseTo(0.01205829, 7);
  });
  it('sensitivities to a point and to the prior are the difference quotients', () => {
    // points on the prior's own curve: without residuals the matrix of Gauss and Newton is the whole one
    const exact = [24, 48].map(time => ({ seconds: time * 3600, activity: 1e8 * 2 ** (-time / 51), scatter: 4e6 }));
    const curve = (factorOfFirst: number, factorOfPrior: number) =>
      posteriorCurve({
        samples: exact.map((point, index) => (index === 0 ? { ...point, activity: point.activity * factorOfFirst } : point)),
        model: 'mono-exponential',
        prior: { parameters: ['clearance rate'], medians: [rate(51) * factorOfPrior], covariance: [0.04] },
        physicalRate: PHYSICAL_RATE,
      });
    const found = curve(1, 1).sensitivities(integralDerivatives);
    const perPoint = (integrateCurve(curve(1.0001, 1)) - integrateCurve(curve(0.9999, 1))) / (0.0002 * (exact[0]?.activity ?? NaN));
    const perDeviation = (integrateCurve(curve(1, Math.exp(0.0002))) - integrateCurve(curve(1, Math.exp(-0.0002)))) / 0.002;
    expect(perPoint / (found.samples[0] ?? NaN)).toBeCloseTo(1, 5);
    expect(perDeviation / (found.prior[0] ?? NaN)).toBeCloseTo(1, 5);
  });
  it('without points to speak of the prior stays, with points the points', () => {
    const prior = { parameters: ['clearance rate'], medians: [rate(51)], covariance: [0.04] } as const;
    const at = (scatter: number) =>
      posteriorCurve({
        samples: [24, 96].map(time => ({ seconds: time * 3600, activity: 1e8 * 2 ** (-time / 80), scatter })),
        model: 'mono-exponential',
        prior,
        physicalRate: PHYSICAL_RATE,
      }).values[1] ?? NaN;
    expect(at(1e12) / rate(51)).toBeCloseTo(1, 6);
    expect(at(1e3) / rate(80)).toBeCloseTo(1, 6);
  });
  it('never slower than physical decay', () => {
    const prior = { parameters: ['clearance rate'], medians: [rate(140)], covariance: [0.04] } as const;
    const { values, covariance } = posteriorCurve({
      samples: [sample(24, 50), sample(96, 60)],
      model: 'mono-exponential',
      prior,
      physicalRate: PHYSICAL_RATE,
    });
    expect((values[1] ?? NaN) / PHYSICAL_RATE).toBeCloseTo(1, 12);
    expect(covariance[3]).toBe(0);
  });
});

describe('T16: two scans and a half-life known before', () => {
  const share = { source: 'half-life prior', key: 'prior:test', standardUncertainty: hours(51) * 0.2 } as const;
  const basis: HalfLifeBasis = {
    method: 'map',
    source: 'a test',
    confirmed: true,
    halfLife: makeEstimate(hours(51), [share], { distribution: 'lognormal' }),
  };
  const fit = (times: number[], noise: number, method: HalfLifeBasis['method'] = 'map') =>
    fitTimeActivity({
      points: pointsOf([{ amplitude: 1e8, halfLifeHours: 60 }], times, noise),
      physicalHalfLife: LU_177,
      basis: { ...basis, method },
      where: 'x',
    });
  it('early scans alone leave the half-life to the prior and say less than both', () => {
    const [early, both] = [fit([20, 28], 0.05), fit([24, 168], 0.02)];
    expect(early.effectiveHalfLife.value / 3600).toBeGreaterThan(51);
    expect(early.effectiveHalfLife.value / 3600).toBeLessThan(55);
    expect(both.effectiveHalfLife.value / 3600).toBeGreaterThan(59);
    const relative = ({ timeIntegratedActivity: { value, standardUncertainty } }: typeof both) => standardUncertainty / value;
    expect(relative(early)).toBeGreaterThan(2 * relative(both));
    expect(relative(early)).toBeLessThan(relative(fit([20, 28], 0.05, 'population')));
    expect(early.timeIntegratedActivity.contributions.map(({ key }) => key)).toContain('prior:test');
    expect(early.fit).toMatchObject({ model: 'maximum a posteriori', tail: 'population half-life' });
  });
  it('three scans decide for themselves', () => {
    expect(fit([24, 96, 168], 0.02).fit.model).toBe('mono-exponential');
  });
});

describe('T16: case fit-05, a virtual cohort', () => {
  it('a population in all parameters fails less often than a population half-life, and that less often than Hänscheid', () => {
    // published: bias above 10 % in 32, 85 and 102 of 500; a cohort of other patients gives an order, not these counts
    const random = randomStream(5);
    const draw = () => {
      const [z, y] = [normal(random), normal(random)];
      return { halfLifeHours: Math.min(159, 51 * Math.exp(0.25 * z)), amplitude: 1e8 * Math.exp(0.3 * (0.6 * z + 0.8 * y)) };
    };
    const train = Array.from({ length: 200 }, draw).map(({ halfLifeHours, amplitude }) => [
      Math.log(amplitude),
      Math.log(rate(halfLifeHours)),
    ]);
    const mean = (of: (logs: number[]) => number) => train.reduce((sum, logs) => sum + of(logs) / train.length, 0);
    const [a, r] = [0, 1].map(index => mean(logs => logs[index] ?? NaN));
    const covariance = [0, 1].flatMap(i =>
      [0, 1].map(j => mean(logs => ((logs[i] ?? NaN) - ([a, r][i] ?? NaN)) * ((logs[j] ?? NaN) - ([a, r][j] ?? NaN)))),
    );
    const prior = { parameters: ['amplitude', 'clearance rate'], medians: [Math.exp(a ?? NaN), Math.exp(r ?? NaN)], covariance } as const;
    const population = Math.LN2 / Math.exp(r ?? NaN);
    const failures = { map: 0, madsen: 0, haenscheid: 0 };
    const seconds = 72 * 3600;
    for (let patient = 0; patient < 500; patient++) {
      const { amplitude, halfLifeHours } = draw();
      const terms = [{ amplitude, rate: rate(halfLifeHours) }];
      const activity = activityAt({ terms }, seconds) * (1 + 0.05 * normal(random));
      const samples = [{ seconds, activity, scatter: 0.05 * activity }];
      const estimates = {
        map: integrateCurve(posteriorCurve({ samples, model: 'mono-exponential', prior, physicalRate: PHYSICAL_RATE })),
        madsen: (activity * 2 ** (seconds / population) * population) / Math.LN2,
        haenscheid: (2 * seconds * activity) / Math.LN2,
      };
      const truth = integrateCurve({ terms });
      for (const method of ['map', 'madsen', 'haenscheid'] as const)
        if (Math.abs(estimates[method] / truth - 1) > 0.1) failures[method] += 1;
    }
    expect(failures.map).toBeLessThan(failures.madsen);
    expect(failures.madsen).toBeLessThan(failures.haenscheid);
  });
});
