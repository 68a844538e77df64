import {
  courseRegions,
  exactly,
  gigabecquerel,
  gray,
  grayPerBecquerel,
  hours,
  makeEstimate,
  planNextActivity,
  predictCourse,
  type DoseLimit,
} from '@graywise/physics';
import { cumulativeDose } from '../../src/planning/cumulativeDose.js';
import { dosesOfCycles } from '../../src/planning/dosesOfCycles.js';
import { perActivityOf } from '../../src/planning/perActivityOf.js';
import { predictedRange } from '../../src/planning/predictedRange.js';
import type { RegionHistory } from '../../src/planning/regionHistory.js';
import { EFFECT_PER_GRAY, verifiedCycle } from './verifiedCycle.js';
import { plan, patient } from './patient.js';
import { gbq, limit, refusal, threeCyclesLeft as request, target } from './requests.js';

describe('P8: limits and targets in BED and EQD2, per cycle, over lesions', () => {
  it('an EQD2 is the BED of the same effect: 1 + 2 / 2.6 times', () => {
    const inEqd2 = plan({ limits: [limit('kidneys', 15, 'EQD2')] });
    expect(inEqd2.activity).toBeCloseTo(plan({ limits: [limit('kidneys', 15 * (1 + 2 / 2.6), 'BED')] }).activity, 3);
    expect(inEqd2.predictions[0]?.cumulativeEqd2?.value).toBeCloseTo(15, 10);
  });
  it('a limit per cycle leaves aside what was delivered', () => {
    expect(gbq(plan({ limits: [limit('kidneys', 6, 'absorbed dose', { per: 'cycle' })] }).activity)).toBeCloseTo(6 / (5.2 / 7.4), 10);
  });
  it('the worst lesion needs what the neediest lesion needs; the mean what the mean needs', () => {
    expect(gbq(plan({ targets: [target('worst-lesion', 70)] }).activity)).toBeCloseTo(58 / (3 * (12 / 7.4)), 10);
    expect(gbq(plan({ targets: [target('mean-lesion', 70)] }).activity)).toBeCloseTo((70 - 21) / (3 * (21 / 7.4)), 10);
  });
  it('a target in BED with the radiobiology that the request states', () => {
    const stated = { region: 'lesion', alphaBetaGy: 10, repairHalfTime: hours(1.5), source: 'test', confirmed: true };
    const f = 1.5 / (1.5 + 50) / 10;
    const b = (70 - (30 + f * 30 ** 2)) / 3;
    const wanted = plan({ targets: [target('lesion-1', 70, { quantity: 'BED' })], radiobiology: [stated] });
    expect(gbq(wanted.activity)).toBeCloseTo((Math.sqrt(1 + 4 * f * b) - 1) / (2 * f) / (30 / 7.4), 10);
    expect(() => plan({ targets: [target('lesion-1', 70, { quantity: 'BED' })] })).toThrow(refusal('GW_LIMIT_INVALID'));
  });
  it('a target by its probability needs more than by its median, and reaches it with that probability', () => {
    const certain = plan({ targets: [target('lesion-1', 70, { probability: 0.9 })] });
    expect(certain.activity).toBeGreaterThan(plan({ targets: [target('lesion-1', 70)] }).activity);
    expect(certain.predictions.find(({ name }) => name === 'lesion-1')?.probabilityReachesTarget).toBeCloseTo(0.9, 6);
    expect(certain.jointTarget).toBeCloseTo(0.9, 6);
  });
});

describe('P2: population and patient', () => {
  it('a stated risk weighs the cycles against the population; the plain rule does not', () => {
    const weighed = plan({ limits: [limit('kidneys', 23)], riskAccepted: 0.05 });
    const [kidneys] = weighed.priors ?? [];
    expect(kidneys).toMatchObject({ region: 'kidneys', id: expect.stringContaining('kidneys') as string });
    // normal update: omega of the prior widened for its patients against one cycle of 15 %
    const omega = 0.472381 * Math.sqrt(1 + 1 / 18);
    const weight = 1 / omega ** 2 / (1 / omega ** 2 + 1 / Math.log(1 + 0.15 ** 2));
    expect(kidneys?.weight).toBeCloseTo(weight, 4);
    const median = 7.4 * Math.exp(weight * Math.log(0.339882) + (1 - weight) * Math.log(5.2 / 7.4));
    const at74 = predictCourse({ activity: gigabecquerel(7.4), request: weighed.request, history: patient });
    expect(at74.predictions[0]?.absorbedDose.value).toBeCloseTo(median, 4);
    expect(plan({ limits: [limit('kidneys', 23)] }).priors).toEqual([]);
  });
  it('case plan-06: population 0.585 with omega 0.43, cycles of 0.703 and 0.622 Gy/GBq with sigma 0.15', () => {
    const perGbq = (value: number) => grayPerBecquerel(value / 1e9);
    const omega = { source: 'population spread', key: 'prior', standardUncertainty: (0.43 * 0.585) / 1e9 } as const;
    const perActivityIn = perActivityOf({
      region: 'kidneys',
      measured: [0.703, 0.622].map((value, index) => ({ cycle: index + 1, value: exactly(perGbq(value)) })),
      prior: makeEstimate(perGbq(0.585), [omega], { distribution: 'lognormal' }),
      variation: { betweenCycles: 0.15, trendPerCycle: 0, trendDeviation: 0, suggested: [] },
    });
    const posterior = perActivityIn(3);
    expect(Math.abs((posterior.value * 1e9) / 0.65663 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(posterior.standardUncertainty / posterior.value / 0.102979 - 1)).toBeLessThan(1e-4);
    const [next] = dosesOfCycles({ perActivityIn, betweenCycle: 0.15, family: 'kidneys' } as RegionHistory, gigabecquerel(1), 3, 1);
    expect(Math.abs(next!.standardUncertainty / next!.value / 0.181947 - 1)).toBeLessThan(1e-4);
    const [low, high] = predictedRange(next!).interval95;
    expect(Math.abs(low / 0.459668 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(high / 0.937988 - 1)).toBeLessThan(1e-4);
  });
  it('two cycles to come average what is their own and share what is common', () => {
    const perActivityIn = perActivityOf({
      region: 'kidneys',
      measured: [
        { cycle: 1, value: makeEstimate(grayPerBecquerel(1e-9), [{ source: 'calibration', key: 'c', standardUncertainty: 1e-10 }]) },
      ],
      prior: null,
      variation: { betweenCycles: 0.2, trendPerCycle: 0, trendDeviation: 0, suggested: [] },
    });
    const doses = dosesOfCycles({ perActivityIn, betweenCycle: 0.2, family: 'kidneys' } as RegionHistory, gigabecquerel(1), 2, 2);
    const sum = cumulativeDose(exactly(gray(0)), doses);
    expect(sum.standardUncertainty / sum.value).toBeCloseTo(Math.sqrt(0.1 ** 2 + 0.2 ** 2 + 0.2 ** 2 / 2), 12);
  });
  it('before the first cycle the population alone: wide, level i', () => {
    const first = planNextActivity({
      request: request({
        cycle: 1,
        cyclesLeft: 4,
        limits: [limit('kidneys', 23)],
        riskAccepted: 0.05,
        radiopharmaceutical: '177Lu-DOTATATE',
      }),
      history: [],
    });
    expect(first.level).toBe('i');
    const kidneys = first.predictions.find(({ name }) => name === 'kidneys');
    expect(kidneys?.basis).toBe('population');
    const [low, high] = kidneys!.rangeOfCycle!.interval95;
    expect(high / low).toBeGreaterThan(6);
    expect(first.jointRisk).toBeCloseTo(0.05, 6);
    expect(first.warnings.map(({ code }) => code)).toContain('GW_POPULATION_STANDS');
    expect(first.predictions.map(({ name }) => name)).toEqual(expect.arrayContaining(['liver', 'spleen', 'red-marrow', 'lesion']));
  });
  it.each(['lesion', 'worst-lesion', 'mean-lesion'])(
    'before the first cycle a target on %s rests on one lesion of the population',
    region => {
      const first = planNextActivity({
        request: request({
          cycle: 1,
          cyclesLeft: 4,
          limits: [limit('kidneys', 1000)],
          targets: [target(region, 70)],
          radiopharmaceutical: '177Lu-DOTATATE',
        }),
        history: [],
      });
      const lesion = first.predictions.find(({ name }) => name === 'lesion')!;
      // four cycles, each with the dose per activity of its own place in the suggested trend, reach 70 Gy by their medians
      const course = predictCourse({ activity: first.feasibleWindow![0], request: first.request, history: [] });
      expect(course.predictions.find(({ name }) => name === 'lesion')!.cumulative.value).toBeCloseTo(70, 9);
      expect(lesion.basis).toBe('population');
      expect(first.warnings.some(({ code, message }) => code === 'GW_POPULATION_STANDS' && message.startsWith('lesion'))).toBe(true);
      expect(first.assumptions.some(({ text }) => text.startsWith('One lesion of the population stands for all'))).toBe(
        region !== 'lesion',
      );
    },
  );
  it('a stated trend lets lesions fall and organs rise from cycle to cycle', () => {
    const trend = { organs: 0.05, lesions: -0.2, source: 'test', confirmed: true };
    const found = plan({ limits: [limit('kidneys', 23)], trend });
    // cycles 2 to 4 have 1.05, 1.05^2, 1.05^3 times the dose per activity of cycle 1
    expect(gbq(found.activity)).toBeCloseTo(17.8 / ((5.2 / 7.4) * (1.05 + 1.05 ** 2 + 1.05 ** 3)), 9);
    expect(found.warnings.filter(({ message }) => message.includes('change of the dose per activity'))).toEqual([]);
  });
  it('a suggested trend acts with a risk accepted, and says so; not in the plain rule, nor with the patient alone', () => {
    const trend = { organs: 0.05, lesions: -0.2, source: 'test', confirmed: false };
    const parts = { limits: [limit('kidneys', 23)], targets: [target('lesion-1', 70)] };
    const atRisk = { ...parts, riskAccepted: 0.05 };
    const asSuggestion = plan({ ...atRisk, trend });
    expect(asSuggestion.activity).toBe(plan({ ...atRisk, trend: { ...trend, confirmed: true } }).activity);
    expect(asSuggestion.activity).toBeLessThan(plan({ ...atRisk, trend: null }).activity);
    expect(asSuggestion.warnings.filter(({ message }) => message.includes('change of the dose per activity'))).toHaveLength(1);
    expect(
      asSuggestion.assumptions.some(({ text }) => text.includes('organs rises by 5 % and that of lesions falls by 20 % (suggested: test)')),
    ).toBe(true);
    for (const plain of [parts, { ...atRisk, basis: 'patient alone' as const }]) {
      const { request: _asked, ...found } = plan({ ...plain, trend });
      const { request: _none, ...without } = plan(plain);
      expect(found).toEqual(without);
    }
  });
  it('a marrow dose by blood stands for the marrow: its limit rests on the patient, not on the population', () => {
    const cycle = verifiedCycle(1, 7.4, { kidneys: { doseGy: 4 } });
    const ofKidneys = cycle.regions[0]!;
    const dose = (gy: number) => makeEstimate(gray(gy), [{ source: 'fit', key: 'fit:blood', standardUncertainty: 0.1 * gy }]);
    const marrow = {
      name: 'red-marrow (blood)',
      label: 'Red marrow (by blood)',
      kind: 'blood',
      fit: null,
      absorbedDose: dose(0.5),
      absorbedDosePerActivity: makeEstimate(grayPerBecquerel(0.5 / 7.4e9), dose(0.5 / 7.4e9).contributions),
    } as unknown as NonNullable<typeof cycle.measured>[number];
    const plan = planNextActivity({
      request: {
        cycle: 2,
        cyclesLeft: 3,
        limits: [{ region: 'red-marrow', value: gray(1.4), quantity: 'absorbed dose', source: 'x', populationAllowed: true }],
        targets: [],
        riskAccepted: null,
        activityCap: null,
        basis: 'patient alone',
      },
      history: [{ ...cycle, measured: [marrow] }],
      software: 'test',
    });
    // (1.4 - 0.5) Gy over three cycles of 0.5 Gy per 7.4 GBq
    expect(plan.activity / 1e9 / ((0.9 / 3 / 0.5) * 7.4)).toBeCloseTo(1, 9);
    expect(plan.predictions.find(({ name }) => name === 'red-marrow')?.basis).toBe('patient');
    // a second cycle without samples: what was measured stays delivered, and the population, updated by it, stands for the other
    const next = { ...verifiedCycle(2, 7.4, { kidneys: { doseGy: 4 } }), measured: [] };
    const partly = planNextActivity({
      request: {
        ...request({}),
        cycle: 3,
        limits: [{ region: 'red-marrow', value: gray(2), quantity: 'absorbed dose', source: 'x', populationAllowed: true }],
      },
      history: [{ ...cycle, measured: [marrow] }, next],
      software: 'test',
    });
    const expectedOfOne = planNextActivity({
      request: {
        ...request({}),
        cycle: 3,
        limits: [{ region: 'red-marrow', value: gray(2), quantity: 'absorbed dose', source: 'x', populationAllowed: true }],
      },
      history: [{ ...cycle, measured: [] }, next],
      software: 'test',
    });
    const [measuredOnce, never] = [partly, expectedOfOne].map(({ predictions }) => predictions.find(({ name }) => name === 'red-marrow'));
    // 0.5 Gy and more of the other cycle, where the population expects about 0.2 Gy of each
    expect(measuredOnce?.basis).toBe('population and patient');
    expect(never?.basis).toBe('population');
    expect(partly.activity).toBeLessThan(0.8 * expectedOfOne.activity);
    // a marrow that was drawn goes before
    const drawn = { ...ofKidneys, name: 'red-marrow', label: 'Drawn' };
    const both = courseRegions({ ...cycle, regions: [ofKidneys, drawn], measured: [marrow] });
    expect(both.map(({ label }) => label)).toEqual([ofKidneys.label, 'Drawn']);
    // of two that were measured the first, each name once
    const probe = { ...marrow, name: 'red-marrow', label: 'By a probe' };
    expect(courseRegions({ measured: [probe, marrow] }).map(({ label }) => label)).toEqual(['By a probe']);
    // what a dose without images lacks is the suggested radiobiology, as before the first cycle
    const kidneys = {
      ...marrow,
      name: 'kidneys',
      label: 'Kidneys',
      fit: { terms: [{ amplitude: 1, rate: Math.LN2 / hours(50) }] },
    } as unknown as typeof marrow;
    const inBed = planNextActivity({
      request: { ...request({}), limits: [limit('kidneys', 27, 'BED')], riskAccepted: null },
      history: [{ ...cycle, regions: [], measured: [kidneys] }],
      software: 'test',
    });
    expect(inBed.activity).toBeGreaterThan(0);
  });
  it('a limit may rest on the population where nobody measured, and the plan says so', () => {
    const kidneysOnly = [verifiedCycle(1, 7.4, { kidneys: { doseGy: 5.2 } })];
    const asked = request({
      limits: [limit('kidneys', 23), limit('red-marrow', 2, 'absorbed dose', { populationAllowed: true })],
      riskAccepted: 0.05,
    });
    const found = planNextActivity({ request: asked, history: kidneysOnly });
    expect(found.warnings.some(({ code, message }) => code === 'GW_POPULATION_STANDS' && message.startsWith('red-marrow'))).toBe(true);
    expect(found.jointRisk).toBeCloseTo(0.05, 6);
    expect(() => planNextActivity({ request: request({ limits: [limit('red-marrow', 2)] }), history: kidneysOnly })).toThrow(
      refusal('GW_REGION_UNKNOWN'),
    );
  });
});

describe('P10: a whole number of cycles of a fixed activity', () => {
  it.each([
    [27, 5],
    [40, 7],
  ])('case plan-04: 4.6 Gy per cycle keep within %d Gy BED for %d cycles', (bed, cycles) => {
    const history = [verifiedCycle(1, 7.4, { kidneys: { doseGy: 4.6 } })];
    const [counted] = planNextActivity({ request: request({ limits: [limit('kidneys', bed, 'BED')] }), history }).fixedActivityCycles ?? [];
    expect(counted).toMatchObject({ byMedian: cycles - 1, inAll: cycles, atRisk: null, binding: 'kidneys', activity: 7.4e9 });
    expect(EFFECT_PER_GRAY(50) * 4.6 ** 2 + 4.6).toBeCloseTo(5.03159, 5);
  });
  it('at a risk accepted not more than by the medians, and the risk is kept', () => {
    const [counted] =
      plan({ limits: [limit('kidneys', 23)], riskAccepted: 0.05, fixedActivity: gigabecquerel(5) }).fixedActivityCycles ?? [];
    expect(counted!.atRisk).toBeLessThanOrEqual(counted!.byMedian);
    const risk = (cyclesLeft: number) =>
      predictCourse({
        activity: gigabecquerel(5),
        request: request({ cyclesLeft, limits: [limit('kidneys', 23)], riskAccepted: 0.05 }),
        history: patient,
      }).jointRisk!;
    expect(risk(counted!.atRisk!)).toBeLessThanOrEqual(0.05);
    expect(risk(counted!.atRisk! + 1)).toBeGreaterThan(0.05);
  });
});

describe('P5: caps by name', () => {
  it('licence and stock bind by their names, at level ii', () => {
    const caps = [
      { name: 'licence', activity: gigabecquerel(7.4), source: 'label' },
      { name: 'stock', activity: gigabecquerel(6), source: 'delivery' },
    ] as const;
    const found = plan({ limits: [limit('kidneys', 40)], caps });
    expect([found.binding, gbq(found.activity), found.level]).toEqual(['stock', 6, 'ii']);
    expect(found.bounds?.map(({ kind }) => kind)).toEqual(['limit', 'licence', 'stock']);
    expect(found.reason).toContain('The stock of 6000 MBq decides');
  });
});

describe('P11: no window, and what would have to change', () => {
  it('names the limit that binds, the risk and the limit it would take', () => {
    const asked = { limits: [limit('kidneys', 23)], targets: [target('lesion-1', 140)], riskAccepted: 0.05 } as const;
    const found = plan(asked);
    expect(found.feasibleWindow).toBeNull();
    const { infeasibility } = found;
    expect(infeasibility?.binding).toBe('kidneys');
    const needed = infeasibility!.neededActivity;
    const at = (limits: DoseLimit[]) =>
      predictCourse({ activity: needed, request: request({ ...asked, limits }), history: patient }).jointRisk!;
    expect(infeasibility?.risk).toBeCloseTo(at([...asked.limits]), 10);
    // raised to what is said, the limit keeps the needed activity at 5 %
    expect(at([limit('kidneys', infeasibility!.limits[0]!.to)])).toBeCloseTo(0.05, 2);
    expect(infeasibility?.sentence).toMatch(/No activity keeps every limit.*kidneys allows.*a risk of \d+ %/);
  });
  it('a cap that leaves a target out of reach asks for more cycles', () => {
    const found = plan({ targets: [target('lesion-1', 119)], activityCap: gigabecquerel(7.4), cyclesLeft: 2 });
    expect(found.infeasibility).toMatchObject({ binding: 'cap', cyclesLeft: 3, risk: null, limits: [] });
  });
  it('is refused where the doses delivered pass the limit with more than the risk accepted, even without any activity', () => {
    const history = [verifiedCycle(1, 7.4, { kidneys: { doseGy: 22, calibration: 0.1 } })];
    const asked = { limits: [limit('kidneys', 23)], riskAccepted: 0.05 } as const;
    expect(() => planNextActivity({ request: request(asked), history })).toThrow(refusal('GW_NOTHING_FEASIBLE'));
    expect(planNextActivity({ request: request({ ...asked, riskAccepted: 0.45 }), history }).jointRisk).toBeCloseTo(0.45, 6);
  });
  it('is null where there is a window', () =>
    expect(plan({ limits: [limit('kidneys', 23)], targets: [target('lesion-1', 70)] }).infeasibility).toBeNull());
});
