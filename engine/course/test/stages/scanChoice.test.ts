import { GraywiseError, hours, type CycleVerification, type DoseRequest, type RegionMask } from '@graywise/physics';
import { readArguments } from '../../src/cli/readArguments.js';
import { scanAnswers } from '../../src/cli/scanAnswers.js';
import { doseRequestOf } from '../../src/dose/doseRequestOf.js';
import { ONE_PIECE_ENGINES } from '../../src/dose/doseEngines.js';
import { compareScans } from '../../src/engine/compareScans.js';
import { EVERY_REGION, type DecisionAnswer } from '../../src/engine/courseEngine.js';
import type { CycleRun } from '../../src/engine/CycleRun.js';
import { refusalOf } from '../../src/engine/refusalOf.js';
import { scanTimesOf } from '../../src/engine/scanTimesOf.js';
import type { CurvedCycle, DosedCycle, SegmentedCycle } from '../../src/model/cycle.js';
import { absorbedDose } from '../../src/stages/absorbedDose.js';
import { fitCurves } from '../../src/stages/fitCurves.js';
import { segment } from '../../src/stages/segment.js';
import { singleScanOptions } from '../../src/stages/singleScanOptions.js';
import type { StageTools } from '../../src/stages/stageTools.js';
import { emission, factsWith } from '../gather/course.js';
import { alignedCycle, box, drawnSet, grid, TOOLS } from './cycle.js';

let mockDrawn: RegionMask[] = [];
jest.mock('@graywise/dicom', () => ({
  ...jest.requireActual<object>('@graywise/dicom'),
  readRegionMasks: () => Promise.resolve(mockDrawn),
}));

const drawn = drawnSet([{ name: 'liver', label: 'The liver', color: [0, 0, 0] }]);
const answer = (kind: DecisionAnswer['kind'], subject: string, rest: Partial<DecisionAnswer> = {}): DecisionAnswer => ({
  kind,
  subject,
  reason: 'the physicist says so',
  halfLifeHours: null,
  ...rest,
});
const tools = (...answers: DecisionAnswer[]): StageTools =>
  ({
    ...TOOLS,
    answers,
    pool: {
      run: (_task: string, { engine, request }: { engine: keyof typeof ONE_PIECE_ENGINES; request: DoseRequest }) =>
        ONE_PIECE_ENGINES[engine].compute(request),
    },
  }) as unknown as StageTools;
const byMethod = (method: DecisionAnswer['method'], subject = EVERY_REGION) => answer('state half-life', subject, method ? { method } : {});
const scan3 = answer('choose scans', '3');

/** Activity clears with 50 h; scans at 4, 24 and 96 h. */
let segmented: SegmentedCycle;
beforeAll(async () => {
  mockDrawn = [box('liver', grid(), 5, 9), box('kidney-left', grid(), 11, 13), box('kidney-right', grid(), 15, 17)];
  segmented = await segment(alignedCycle([grid(), grid(), grid()], { regionSets: [drawn] }), TOOLS);
});
const liverOf = ({ curves }: Pick<CurvedCycle, 'curves'>) => curves.find(({ name }) => name === 'liver');
const found = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (fault) {
    return fault;
  }
};

/** Cycle 1 with all scans, for cycle 2. */
const earlier = () => {
  const { curves } = fitCurves({ ...segmented, cycle: 1 }, tools());
  return [{ cycle: 1, regions: curves } as unknown as CycleVerification];
};

describe('a choice of scans', () => {
  it('makes curves of these alone, and the record says so', () => {
    const curved = fitCurves(segmented, tools(answer('choose scans', '3,1')));
    expect(liverOf(curved)?.curve.map(({ timePoint }) => timePoint)).toEqual([1, 3]);
    expect(curved.assumptions.map(({ text }) => text)).toContain('Curves are made of scans 1, 3 alone: the physicist says so.');
    expect(fitCurves(segmented, tools()).scansInUse).toEqual([0, 1, 2]);
  });
  it('gives the pattern of the dose map to these scans alone', async () => {
    const curved = fitCurves(segmented, tools(scan3, byMethod('population')));
    const changed = {
      ...curved,
      carried: curved.carried.map((volume, index) => (index < 2 ? { ...volume, data: volume.data.map(() => 1e9) } : volume)),
    };
    const [plain, other] = [await doseRequestOf(curved), await doseRequestOf(changed)];
    expect(other.timeIntegratedBqSPerMl.data).toEqual(plain.timeIntegratedBqSPerMl.data);
  });
  it('refuses a time point that the cycle lacks', () => {
    expect(found(() => fitCurves(segmented, tools(answer('choose scans', '7'))))).toMatchObject({ code: 'GW_USAGE' });
  });
});

describe('one scan', () => {
  it('asks whose half-life its curve follows, and offers what there is', () => {
    const fault = found(() => fitCurves(segmented, tools(scan3)));
    expect(fault).toBeInstanceOf(GraywiseError);
    const outcome = refusalOf('time-activity', fault, region => singleScanOptions(segmented, region));
    expect(outcome).toMatchObject({ status: 'needs a decision', refusal: { code: 'GW_TOO_FEW_TIME_POINTS' } });
    const [decision] = outcome.decisions;
    expect(decision).toMatchObject({ kind: 'state half-life', subject: 'liver' });
    expect(decision?.options?.map(({ method }) => method)).toEqual(['population', 'map', 'haenscheid', 'stated']);
    expect(decision?.options?.[0]?.text).toMatch(/65\.4 h.*Haenscheid 2018/);
    expect(decision?.options?.[0]?.confirmed).toBe(false);
  });
  it('a refusal that no answer lifts asks nothing', () => {
    expect(refusalOf('calibrate', new GraywiseError('GW_NO_IMAGES', { where: 'x' }), () => [])).toMatchObject({
      status: 'refused',
      decisions: [],
    });
  });
  it("takes the patient's own half-life where an earlier cycle was fully imaged, unasked", () => {
    const curved = fitCurves({ ...segmented, earlier: earlier() }, tools(scan3));
    const liver = liverOf(curved);
    expect(liver?.fit).toMatchObject({ model: 'own half-life', singleScan: { method: 'own', confirmed: false } });
    expect((liver?.effectiveHalfLife.value ?? NaN) / 3600).toBeCloseTo(50, 3);
    // the truth: 50 h, 1e5 Bq/mL at the start
    const litres = (liver?.volume.value ?? NaN) * 1e5;
    expect((liver?.timeIntegratedActivity.value ?? NaN) / ((litres * 50 * 3600) / Math.LN2)).toBeCloseTo(1, 4);
    expect(curved.assumptions.some(({ text }) => text.includes("The liver: One time point: the curve follows the patient's own"))).toBe(
      true,
    );
    expect(liver?.warnings.map(({ code }) => code)).toContain('GW_SUGGESTED_VALUE');
  });
  it('both kidneys change together from cycle to cycle', () => {
    const { curves } = fitCurves({ ...segmented, earlier: earlier() }, tools(scan3));
    for (const side of ['kidney-left', 'kidney-right']) {
      const keys = curves.find(({ name }) => name === side)?.timeIntegratedActivity.contributions.map(({ key }) => key);
      expect(keys).toContain('half-life:2:kidneys');
    }
  });
  it('takes what a person answered for a region, for its pair, or for every region', () => {
    const methodsBy = (...answers: DecisionAnswer[]) =>
      Object.fromEntries(fitCurves(segmented, tools(scan3, ...answers)).curves.map(({ name, fit }) => [name, fit.singleScan?.method]));
    expect(methodsBy(byMethod('population'), byMethod('haenscheid', 'kidneys'))).toEqual({
      liver: 'population',
      'kidney-left': 'haenscheid',
      'kidney-right': 'haenscheid',
      kidneys: 'haenscheid',
    });
    expect(methodsBy(byMethod('map'))).toMatchObject({ liver: 'map' });
    expect(methodsBy(answer('state half-life', EVERY_REGION, { halfLifeHours: 51 }))).toMatchObject({ liver: 'stated' });
  });
  it('keeps what was answered, why, and that it is suggested', () => {
    const curved = fitCurves(segmented, tools(scan3, byMethod('population')));
    const { text } = curved.assumptions.find(assumption => assumption.text.startsWith('The liver')) ?? { text: '' };
    expect(text).toMatch(/population \(Madsen 2013\): 65\.4 h.*Chosen by a person: the physicist says so\./);
    expect(liverOf(curved)?.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['GW_SINGLE_TIME_POINT', 'GW_SUGGESTED_VALUE']),
    );
  });
  it('a cohort of the site is offered and taken for its regions; for others a person is asked', () => {
    const members = [40, 50, 60].map(halfLife => ({ terms: [{ amplitude: 1, rate: Math.LN2 / (halfLife * 3600) }] }));
    const cohort = {
      id: 'ours',
      radiopharmaceutical: '177Lu-DOTATATE',
      regions: ['liver'],
      members,
      firstScan: hours(4),
      source: 'own',
      confirmed: true,
    };
    const withCohort = { ...segmented, facts: factsWith({ cohorts: [cohort] }) };
    expect(singleScanOptions(withCohort, 'liver').find(({ method }) => method === 'cohort')?.text).toContain('ours, 3 patients');
    expect(singleScanOptions(withCohort, 'kidneys').map(({ method }) => method)).not.toContain('cohort');
    const liver = liverOf(fitCurves(withCohort, tools(scan3, byMethod('cohort', 'liver'), byMethod('population'))));
    expect(liver?.fit).toMatchObject({ model: 'mean of a cohort', singleScan: { method: 'cohort' } });
    // T / ln 2 * 2^(96 / T) of 40, 50 and 60 h, over that of 50 h, which is the truth
    const perActivity = (halfLife: number) => (halfLife / Math.LN2) * 2 ** (96 / halfLife);
    const expected = (perActivity(40) + perActivity(50) + perActivity(60)) / 3 / perActivity(50);
    const litres = (liver?.volume.value ?? NaN) * 1e5;
    expect((liver?.timeIntegratedActivity.value ?? NaN) / ((litres * 50 * 3600) / Math.LN2)).toBeCloseTo(expected, 4);
    // A cohort of kidneys serves its sides, and none stands for a region that a person named it for.
    const ofKidneys = { ...segmented, facts: factsWith({ cohorts: [{ ...cohort, regions: ['kidneys'] }] }) };
    const { curves } = fitCurves(ofKidneys, tools(scan3, byMethod('cohort', 'kidneys'), byMethod('population')));
    expect(curves.map(({ fit }) => fit.singleScan?.method)).toEqual(['population', 'cohort', 'cohort', 'cohort']);
    expect(found(() => fitCurves(ofKidneys, tools(scan3, byMethod('cohort', 'liver'), byMethod('population'))))).toMatchObject({
      details: { region: 'liver' },
    });
    expect(found(() => fitCurves(withCohort, tools(scan3, byMethod('cohort'))))).toMatchObject({
      code: 'GW_TOO_FEW_TIME_POINTS',
      details: { region: 'kidney-left' },
    });
  });
  it('a half-life in the facts needs no answer, and an answer goes before it', () => {
    const facts = factsWith({
      effectiveHalfLives: Object.fromEntries(['liver', 'kidneys'].map(name => [name, { halfLife: hours(60), relativeUncertainty: 0.1 }])),
    });
    expect(liverOf(fitCurves({ ...segmented, facts }, tools(scan3)))?.fit).toMatchObject({
      model: 'stated half-life',
      singleScan: { confirmed: true },
    });
    expect(liverOf(fitCurves({ ...segmented, facts }, tools(scan3, byMethod('population'))))?.fit.model).toBe('population half-life');
  });
  it('two scans take a population with them where a person asks for the most probable curve; more decide alone, and it says so', () => {
    const [alone, both] = [[], [byMethod('map')]].map(more => liverOf(fitCurves(segmented, tools(answer('choose scans', '2,3'), ...more))));
    expect(both?.fit.model).toBe('maximum a posteriori');
    const relative = (region: typeof both) =>
      (region?.timeIntegratedActivity.standardUncertainty ?? NaN) / (region?.timeIntegratedActivity.value ?? NaN);
    expect(relative(both)).toBeLessThan(relative(alone));
    const { assumptions, curves } = fitCurves(segmented, tools(byMethod('map')));
    expect(curves.every(({ fit }) => !fit.singleScan)).toBe(true);
    expect(assumptions.map(({ text }) => text).join(' ')).toContain('The kidney-right, Kidneys: the scans decide the curve');
  });
  it('is not needed where two scans decide', () => {
    expect(liverOf(fitCurves(segmented, tools(answer('choose scans', '2,3'), byMethod('population'))))?.fit.singleScan).toBeUndefined();
  });
  it('a tail that a person chose stands in the fit', () => {
    const physical = liverOf(fitCurves(segmented, tools(answer('choose tail', 'physical decay'))));
    expect(physical?.fit.tail).toBe('physical decay');
    expect(physical?.fit.extrapolatedFraction).toBeGreaterThan(0.4);
    expect(found(() => fitCurves(segmented, tools(answer('choose tail', 'none'))))).toMatchObject({ code: 'GW_USAGE' });
  });
  it.each([
    ['physical decay', 'physical decay', false],
    ['population half-life', 'the half-life of a population', true],
  ])('the record says why a person chose the tail %s, and whether the centre must confirm it', (subject, words, suggested) => {
    const curved = fitCurves(segmented, tools(answer('choose tail', subject)));
    expect(curved.assumptions.map(({ text }) => text)).toContain(
      `After the last scan curves of drawn regions follow ${words}, not the fit: the physicist says so.`,
    );
    expect(liverOf(curved)?.warnings.some(({ code }) => code === 'GW_SUGGESTED_VALUE')).toBe(suggested);
  });
  it('a curve by a half-life from elsewhere does not follow the tail, and the record does not say so', () => {
    const curved = fitCurves(segmented, tools(scan3, byMethod('population'), answer('choose tail', 'physical decay')));
    expect(curved.assumptions.filter(({ text }) => text.startsWith('After the last scan'))).toEqual([]);
  });
});

describe('some scans beside all', () => {
  let dosed: DosedCycle;
  const runWith = (parts: Partial<CycleRun['sources']> = {}): CycleRun =>
    ({
      results: { dose: dosed, 'time-activity': dosed },
      sources: { ...dosed, ...parts },
      storedVerification: null,
    }) as unknown as CycleRun;
  beforeAll(async () => {
    dosed = await absorbedDose(fitCurves(segmented, tools()), tools(answer('choose dose engine', 'localDeposition')));
  });
  it('gives both curves and doses, wider by one scan, without touching the cycle', () => {
    const before = JSON.stringify(dosed.curves.map(({ fit }) => fit));
    const { regions, timePoints } = compareScans(runWith(), [3], { method: 'population', halfLifeHours: null }, tools());
    expect(timePoints).toEqual([3]);
    for (const { name, all, chosen, refusal } of regions) {
      expect(refusal).toBeNull();
      expect(all.timePoints).toEqual([1, 2, 3]);
      expect(chosen?.timePoints).toEqual([3]);
      const relative = (estimate?: typeof all.absorbedDose) => (estimate?.standardUncertainty ?? NaN) / (estimate?.value ?? NaN);
      if (name === 'liver') expect(relative(chosen?.absorbedDose)).toBeGreaterThan(relative(all.absorbedDose));
    }
    expect(JSON.stringify(dosed.curves.map(({ fit }) => fit))).toBe(before);
  });
  it('the dose is that of the whole pipeline with these scans: electrons stay in their voxel here', async () => {
    const answers = [scan3, byMethod('stated'), answer('choose dose engine', 'localDeposition')];
    const stated = answers.map(one => (one.method === 'stated' ? { ...one, halfLifeHours: 60 } : one));
    const whole = await absorbedDose(fitCurves(segmented, tools(...stated)), tools(...stated));
    const { regions } = compareScans(runWith(), [3], { method: 'stated', halfLifeHours: 60 }, tools());
    for (const { name, chosen } of regions) {
      const { absorbedDose: expected } = whole.doses.find(region => region.name === name) ?? {};
      // the map is kept in single precision
      expect((chosen?.absorbedDose.value ?? NaN) / (expected?.value ?? NaN)).toBeCloseTo(1, 5);
      expect((chosen?.absorbedDose.standardUncertainty ?? NaN) / (expected?.standardUncertainty ?? NaN)).toBeCloseTo(1, 5);
    }
  });
  it('says per region why there is no curve', () => {
    const { regions } = compareScans(runWith(), [3], { method: 'own', halfLifeHours: null }, tools());
    expect(regions.map(({ chosen, refusal }) => [chosen, refusal?.code])).toEqual(regions.map(() => [null, 'GW_TOO_FEW_TIME_POINTS']));
  });
  it("by the patient's own half-life of an earlier cycle it is what all scans say", () => {
    const { regions } = compareScans(runWith({ earlier: earlier() }), [3], { method: 'own', halfLifeHours: null }, tools());
    const liver = regions.find(({ name }) => name === 'liver');
    expect((liver?.chosen?.absorbedDose.value ?? NaN) / (liver?.all.absorbedDose.value ?? NaN)).toBeCloseTo(1, 3);
    expect(liver?.options.map(({ method }) => method)).toContain('own');
  });
  it('keeps the tail that a person chose', async () => {
    const answers = tools(answer('choose dose engine', 'localDeposition'), answer('choose tail', 'physical decay'));
    const tailed = await absorbedDose(fitCurves(segmented, answers), answers);
    const run = { ...runWith(), results: { dose: tailed } } as unknown as CycleRun;
    const { regions } = compareScans(run, [2, 3], { method: 'population', halfLifeHours: null }, tools());
    for (const { all, chosen } of regions) {
      expect(chosen?.fit.tail).toBe('physical decay');
      // one exponential without noise: both say the same
      expect((chosen?.absorbedDose.value ?? NaN) / all.absorbedDose.value).toBeCloseTo(1, 6);
    }
  });
  it('needs a dose to compare with', () => {
    const none = { results: {}, sources: dosed } as unknown as CycleRun;
    expect(found(() => compareScans(none, [3], { method: 'own', halfLifeHours: null }, tools()))).toMatchObject({ code: 'GW_USAGE' });
  });
  it('advises on the time of the next scan by what this cycle found', () => {
    const advice = scanTimesOf(runWith());
    expect(advice.map(({ name }) => name)).toEqual(['liver', 'kidney-left', 'kidney-right', 'kidneys']);
    // near 50 h / ln 2 = 72 h
    for (const { best, source } of advice) {
      expect(best / 3600).toBeGreaterThan(66);
      expect(best / 3600).toBeLessThan(73);
      expect(source).toContain('cycle 2');
    }
  });
});

describe('the words of the command line', () => {
  const answers = (...words: string[]) => scanAnswers(readArguments(words));
  it('a choice of scans, a method for all or one region, a tail', () => {
    expect(answers('--scans', '2,4', '--single-scan', 'own', '--single-scan', 'kidneys=stated:51h', '--tail', 'physical')).toMatchObject([
      { kind: 'choose scans', subject: '2,4' },
      { kind: 'state half-life', subject: EVERY_REGION, method: 'own', halfLifeHours: null },
      { kind: 'state half-life', subject: 'kidneys', method: 'stated', halfLifeHours: 51 },
      { kind: 'choose tail', subject: 'physical decay' },
    ]);
    expect(answers('--single-scan', 'kidneys=cohort')).toMatchObject([{ subject: 'kidneys', method: 'cohort' }]);
    expect(answers()).toEqual([]);
  });
  it.each([
    ['--scans', '2;4'],
    ['--single-scan', 'guess'],
    ['--single-scan', 'stated:h'],
    ['--tail', 'long'],
  ])('%s %s is refused', (...words) => {
    expect(found(() => answers(...words))).toMatchObject({ code: 'GW_USAGE' });
  });
});
