import {
  becquerel,
  checkBudget,
  hours,
  isUncorrectedShift,
  makeEstimate,
  relativeUncertainty,
  type CameraCalibration,
  type CycleVerification,
  type ImageResolution,
  type RegionMask,
  type Volume,
} from '@graywise/physics';
import type { DecisionAnswer } from '../../src/engine/courseEngine.js';
import { EVERY_REGION } from '../../src/engine/courseEngine.js';
import type { DosedCycle, RegionDose, SegmentedCycle } from '../../src/model/cycle.js';
import { absorbedDose } from '../../src/stages/absorbedDose.js';
import { fitCurves } from '../../src/stages/fitCurves.js';
import { segment } from '../../src/stages/segment.js';
import type { StageTools } from '../../src/stages/stageTools.js';
import { adviceFor } from '../../src/uncertainty/adviceFor.js';
import { checkUncertainty } from '../../src/uncertainty/checkUncertainty.js';
import { refitOf } from '../../src/uncertainty/refitOf.js';
import { sampledDose } from '../../src/uncertainty/sampledDose.js';
import { factsWith } from '../gather/course.js';
import { alignedCycle, box, drawnSet, grid, TOOLS } from '../stages/cycle.js';
import { localDeposition } from '../stages/localDeposition.js';

let mockDrawn: RegionMask[] = [];
jest.mock('@graywise/dicom', () => ({
  ...jest.requireActual<object>('@graywise/dicom'),
  readRegionMasks: () => Promise.resolve(mockDrawn),
}));

const drawn = drawnSet([{ name: 'liver', label: 'The liver', color: [0, 0, 0] }]);
const CALIBRATION = { factor: makeEstimate(5, [{ source: 'calibration', key: 'calibration', standardUncertainty: 0.15 }]) };
const RESOLUTION: ImageResolution = {
  fwhm: makeEstimate(8, [{ source: 'recovery', key: 'resolution', standardUncertainty: 0.4 }]),
  basis: 'stated',
  spheres: [],
  recoveryCurve: null,
  source: null,
};
const answer = (kind: DecisionAnswer['kind'], subject: string, rest: Partial<DecisionAnswer> = {}): DecisionAnswer => ({
  kind,
  subject,
  reason: 'a test',
  halfLifeHours: null,
  ...rest,
});
const tail = (subject: string) => answer('choose tail', subject);
const scans = (subject: string) => answer('choose scans', subject);
const by = (method: DecisionAnswer['method']) => answer('state half-life', EVERY_REGION, method ? { method } : {});

/** Regions of a tenfold concentration that clears with 50 h; scans at 4, 24 and `last` h, 5 kBq per count. */
function cycleOf(resolution: ImageResolution | null, last = 96): Promise<SegmentedCycle> {
  const { carried, ...plain } = alignedCycle([grid(), grid(), grid()], { regionSets: [drawn] });
  const inside = (voxel: number): boolean => mockDrawn.some(({ mask }) => mask[voxel] === 1);
  const left = (index: number): number => (index === 2 ? 2 ** ((96 - last) / 50) : 1);
  const cycle = {
    ...plain,
    scans: plain.scans.map((scan, index) => (index === 2 ? { ...scan, afterAdministration: hours(last) } : scan)),
    resolution,
    carried: carried.map((volume, index): Volume<'Bq/mL'> => ({
      ...volume,
      data: volume.data.map((value, voxel) => (left(index) * value) / (inside(voxel) ? 1 : 10)),
    })),
    becquerelPerCount: carried.map(() => 5e3),
    calibration: CALIBRATION as unknown as CameraCalibration,
  };
  return segment(cycle, TOOLS);
}
/** With partial volume corrected, and without. */
let segmented: SegmentedCycle;
let uncorrected: SegmentedCycle;
beforeAll(async () => {
  mockDrawn = [box('liver', grid(), 1, 6), box('kidney-left', grid(), 9, 12), box('kidney-right', grid(), 15, 18)];
  segmented = await cycleOf(RESOLUTION);
  uncorrected = await cycleOf(null);
});

async function dosed(answers: readonly DecisionAnswer[], changes: Partial<SegmentedCycle> = {}): Promise<DosedCycle> {
  const { pool, answers: engine } = localDeposition();
  const tools: StageTools = { pool, answers: [...engine, ...answers] };
  return absorbedDose(fitCurves({ ...segmented, ...changes }, tools), tools);
}
const regionOf = ({ doses }: DosedCycle, name: string): RegionDose => {
  const region = doses.find(found => found.name === name);
  if (!region) throw new Error(`no ${name}`);
  return region;
};
const cohort = {
  id: 'ours',
  radiopharmaceutical: '177Lu-DOTATATE',
  regions: ['liver', 'kidneys'],
  members: [40, 50, 60].map(halfLife => ({ terms: [{ amplitude: 1, rate: Math.LN2 / (halfLife * 3600) }] })),
  firstScan: hours(4),
  source: 'own',
  confirmed: true,
};
const earlier = (): CycleVerification[] => {
  const { curves } = fitCurves({ ...segmented, cycle: 1 }, TOOLS);
  return [{ cycle: 1, regions: curves } as unknown as CycleVerification];
};

/** Every way in which a person may have a curve made. */
const WAYS: readonly (readonly [string, readonly DecisionAnswer[], () => Partial<SegmentedCycle>])[] = [
  ['as fitted', [], () => ({})],
  ['with physical decay after the last scan', [tail('physical decay')], () => ({})],
  ['with the half-life of a population after the last scan', [tail('population half-life')], () => ({})],
  ['of two scans with a tail', [scans('1,2'), tail('population half-life')], () => ({})],
  ['of two scans and a population', [scans('2,3'), by('map'), tail('physical decay')], () => ({})],
  ['of one scan by a population', [scans('3'), by('population'), tail('physical decay')], () => ({})],
  ['of one scan after Hänscheid', [scans('3'), by('haenscheid')], () => ({})],
  ["of one scan by the patient's own half-life", [scans('3')], () => ({ earlier: earlier() })],
  ['of one scan by a cohort', [scans('3'), by('cohort')], () => ({ facts: factsWith({ cohorts: [cohort] }) })],
];
const none = () => 0;

describe('U2: a curve fitted again', () => {
  it.each(WAYS)('%s: its own points give its own integral', async (_way, answers, changes) => {
    const cycle = await dosed(answers, changes());
    for (const region of cycle.doses.filter(({ parts }) => parts.length === 0)) {
      const again = refitOf(cycle, region)(region.curve);
      const ratio = (of: 'value' | 'standardUncertainty') => (again?.timeIntegratedActivity[of] ?? NaN) / region.timeIntegratedActivity[of];
      expect(ratio('value')).toBeCloseTo(1, 12);
      expect(ratio('standardUncertainty')).toBeCloseTo(1, 12);
      expect(again?.fit.tail).toBe(region.fit.tail);
    }
  });
  it('a longer half-life stretches what rests on it: the whole curve of one scan, the tail of several, nothing of a fit', async () => {
    const gain = async (...answers: DecisionAnswer[]): Promise<readonly [number, RegionDose]> => {
      const cycle = await dosed(answers);
      const liver = regionOf(cycle, 'liver');
      const [plain, longer] = [1, 1.2].map(ratio => refitOf(cycle, liver)(liver.curve, ratio)?.timeIntegratedActivity.value ?? NaN);
      return [(longer ?? NaN) - (plain ?? NaN), liver];
    };
    expect((await gain())[0]).toBe(0);
    expect((await gain(tail('physical decay')))[0]).toBe(0);
    const [ofTail, liver] = await gain(tail('population half-life'));
    const halfLife = liver.tail?.rule === 'population half-life' ? liver.tail.halfLife.value : NaN;
    const last = liver.fit.terms.reduce((sum, { amplitude, rate }) => sum + amplitude * Math.exp(-rate * 96 * 3600), 0);
    expect(ofTail / ((0.2 * halfLife * last) / Math.LN2)).toBeCloseTo(1, 6);
    const [ofScan, single] = await gain(scans('1'), by('population'));
    expect(ofScan / single.timeIntegratedActivity.value).toBeGreaterThan(0.05);
  });
  it('is none where the points decide no curve', async () => {
    const cycle = await dosed([]);
    const liver = regionOf(cycle, 'liver');
    expect(refitOf(cycle, liver)(liver.curve.slice(0, 1))).toBeNull();
    expect(refitOf(cycle, liver)(liver.curve.map(point => ({ ...point, activity: makeEstimate(becquerel(0), []) })))).toBeNull();
  });
});

describe('U2: a dose as a function of its random variables', () => {
  it.each(WAYS)('%s: with none of them off it is the dose, and each of its budget is drawn', async (_way, answers, changes) => {
    const cycle = await dosed(answers, changes());
    for (const region of cycle.doses) {
      const sampled = sampledDose(cycle, region);
      const integral = sampled.integrals.reduce((sum, { under }) => sum + (under(none) ?? NaN), 0);
      expect(integral / region.timeIntegratedActivity.value).toBeCloseTo(1, 9);
      const asked = new Set(
        [...sampled.integrals.flatMap(({ added }) => added), ...sampled.factors, ...sampled.mass.contributions].map(({ key }) => key),
      );
      for (const { under } of sampled.integrals)
        under(key => {
          asked.add(key);
          return 0;
        });
      const budget = region.absorbedDose.contributions.filter(({ standardUncertainty }) => standardUncertainty !== 0).map(({ key }) => key);
      expect(budget.filter(key => !asked.has(key))).toEqual([]);
    }
  });
  it('both kidneys follow one half-life of a population after the last scan, and nothing is added for it twice', async () => {
    const cycle = await dosed([tail('population half-life')]);
    const kidneys = regionOf(cycle, 'kidneys');
    const prior = kidneys.timeIntegratedActivity.contributions.find(({ source }) => source === 'half-life prior');
    const { integrals } = sampledDose(cycle, kidneys);
    const moved = integrals.reduce((sum, { under }) => sum + (under(key => (key === prior?.key ? 0.01 : 0)) ?? NaN), 0);
    expect((100 * (moved - kidneys.timeIntegratedActivity.value)) / (prior?.standardUncertainty ?? NaN)).toBeCloseTo(1, 2);
    expect(integrals.flatMap(({ added }) => added).filter(({ key }) => key === prior?.key)).toEqual([]);
  });
  it('what is expected and not corrected is added once', async () => {
    const cycle = await dosed([]);
    const { integrals } = sampledDose(cycle, regionOf(cycle, 'liver'));
    expect(integrals.flatMap(({ added }) => added.filter(isUncorrectedShift))).toHaveLength(1);
  });
  it.each([
    ['as fitted', 'kidneys', [scans('2,3')]],
    ['with physical decay after the last scan', 'liver', [scans('2,3'), tail('physical decay')]],
    ['with the half-life of a population after the last scan', 'kidneys', [scans('1,2'), tail('population half-life')]],
    ['of one scan by a population', 'liver', [scans('2'), by('population')]],
  ])('%s: the samples spread as was propagated, about the dose', async (_way, name, answers) => {
    const cycle = await dosed(answers, uncorrected);
    const { failed, sampled, propagated, agrees } = checkBudget(sampledDose(cycle, regionOf(cycle, name)), 100, 1);
    expect({ failed, agrees }).toEqual({ failed: 0, agrees: true });
    // a median of 100 samples is known to an eighth of their spread
    expect(Math.abs(sampled.median / propagated.value - 1)).toBeLessThan((3 * propagated.standardUncertainty) / propagated.value / 8);
  });
  it('a check is of every region, in order, and needs the dose and enough samples', async () => {
    const cycle = await dosed([scans('1,2')], uncorrected);
    const seen: string[] = [];
    const checks = await checkUncertainty({ dose: cycle }, 100, { onProgress: ({ label }) => seen.push(label) });
    expect(checks.map(({ name }) => name)).toEqual(['liver', 'kidney-left', 'kidney-right', 'kidneys']);
    expect(seen[0]).toBe('Sampling The liver');
    await expect(checkUncertainty({}, 100)).rejects.toMatchObject({ code: 'GW_USAGE' });
    await expect(checkUncertainty({ dose: cycle }, 99)).rejects.toMatchObject({ code: 'GW_USAGE' });
    const signal = AbortSignal.abort();
    await expect(checkUncertainty({ dose: cycle }, 100, { signal })).rejects.toMatchObject({ code: 'GW_CANCELLED' });
  });
});

describe('U3: advice on a dose', () => {
  it('another scan leaves of a population what goes on after it: what the stages find with that scan', async () => {
    const answers = [tail('population half-life')];
    const cycle = await dosed([scans('1,2'), ...answers], uncorrected);
    const scan = adviceFor({ dose: cycle }, 'kidneys').find(({ kind }) => kind === 'another scan');
    expect(scan?.from).toBe(relativeUncertainty(regionOf(cycle, 'kidneys').absorbedDose));
    const withScan = await dosed(answers, await cycleOf(null, (scan?.at ?? NaN) / 3600));
    const found = relativeUncertainty(regionOf(withScan, 'kidneys').absorbedDose);
    expect((scan?.to ?? NaN) / found).toBeCloseTo(1, 6);
  });
  it('another scan is the largest gain where there is one', async () => {
    const cycle = await dosed([scans('1'), by('population')], uncorrected);
    const [, first] = adviceFor({ dose: cycle }, 'liver');
    expect(first).toMatchObject({ kind: 'another scan' });
  });
  it('names the engine, and the spheres of a resolution that was stated or is not known', async () => {
    const kinds = (cycle: DosedCycle) => adviceFor({ dose: cycle }, 'liver').map(({ kind }) => kind);
    expect(kinds(await dosed([]))).toEqual(expect.arrayContaining(['calibration', 'spheres', 'Monte Carlo']));
    const unresolved = await dosed([], uncorrected);
    expect(adviceFor({ dose: unresolved }, 'liver')[0]).toMatchObject({ kind: 'spheres', to: null });
  });
  it('needs the dose, and a region that there is', async () => {
    expect(() => adviceFor({}, 'liver')).toThrow(expect.objectContaining({ code: 'GW_USAGE' }) as Error);
    const cycle = await dosed([]);
    expect(() => adviceFor({ dose: cycle }, 'lungs')).toThrow(expect.objectContaining({ code: 'GW_REGION_UNKNOWN' }) as Error);
  });
});
