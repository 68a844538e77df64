import { GraywiseError, hours, makeEstimate, type RegionMask } from '@graywise/physics';
import type { AlignedCycle } from '../../src/model/cycle.js';
import { fitCurves } from '../../src/stages/fitCurves.js';
import { segment } from '../../src/stages/segment.js';
import { emission, factsWith } from '../gather/course.js';
import { alignedCycle, box, drawnSet, grid, TOOLS, uniform } from './cycle.js';

/** What the mocked reader of region sets finds. */
let mockDrawn: RegionMask[] = [];
jest.mock('@graywise/dicom', () => ({
  ...jest.requireActual<object>('@graywise/dicom'),
  readRegionMasks: () => Promise.resolve(mockDrawn),
}));

const setOf = (timePoint: number | null = 1) => drawnSet([{ name: 'liver', label: 'The liver', color: [0, 0, 0] }], timePoint);
const codes = (warnings: readonly { code: string }[]): string[] =>
  warnings.map(({ code }) => code).filter(code => code !== 'GW_PARTIAL_VOLUME');

async function segmented(regions: RegionMask[], cycle: Partial<AlignedCycle> = {}, fields = [grid(), grid(), grid()]) {
  mockDrawn = regions;
  return segment(alignedCycle(fields, { regionSets: [setOf()], ...cycle }), TOOLS);
}

describe('segment', () => {
  it('names what the reference scan cuts off a region and measures the rest', async () => {
    // drawn on a longer grid: 10 slices, of which the lowest 4 lie below the field of view
    const long = grid(30, -50);
    const [liver] = (await segmented([box('liver', long, 6, 15)])).regions;
    expect(liver?.volume.value).toBeCloseTo(6 * 36 * 0.125, 6);
    expect(codes(liver?.warnings ?? [])).toEqual(['GW_REGION_CUT']);
    expect(liver?.warnings.find(({ code }) => code === 'GW_REGION_CUT')?.message).toContain('40.0 %');
  });

  it('refuses a region that the CT does not cover instead of weighing it as air', async () => {
    const referenceCt = uniform('HU', grid(10), 0);
    await expect(segmented([box('liver', grid(), 6, 15)], { referenceCt })).rejects.toThrow(GraywiseError);
    await expect(segmented([box('liver', grid(), 6, 15)], { referenceCt })).rejects.toMatchObject({ code: 'GW_OUTSIDE_CT' });
    const [inside] = (await segmented([box('liver', grid(), 2, 9)], { referenceCt })).regions;
    // water-like: the density of 0 HU by the built-in curve is about 1.02 g/mL
    expect((inside?.mass.value ?? 0) / (inside?.volume.value ?? 1)).toBeCloseTo(1.02e-3, 5);
  });

  it('says that an organ holds what lies in it', async () => {
    const { regions } = await segmented([box('liver', grid(), 5, 14), box('lesion-1', grid(), 7, 8), box('spleen', grid(), 16, 18)]);
    expect(regions.map(({ warnings }) => codes(warnings))).toEqual([['GW_REGIONS_OVERLAP'], [], []]);
    expect(regions[0]?.warnings.at(-1)?.message).toContain('20.0 % of the region is also The lesion-1');
  });

  it('uses the two sides where an organ was drawn both ways, and says so', async () => {
    const { regions, warnings } = await segmented([
      box('kidneys', grid(), 2, 9),
      box('kidney-left', grid(), 2, 4),
      box('kidney-right', grid(), 7, 9),
    ]);
    expect(regions.map(({ name }) => name)).toEqual(['kidney-left', 'kidney-right', 'kidneys']);
    expect(regions[2]?.volume.value).toBeCloseTo(6 * 36 * 0.125, 6);
    expect(warnings.map(({ message }) => message).join()).toContain('The kidneys: drawn as one and side by side');
  });

  it('names regions that were drawn on another scan of the cycle', async () => {
    mockDrawn = [box('liver', grid(), 5, 9)];
    const cycle = alignedCycle([grid(), grid()], { regionSets: [setOf(), setOf(2), setOf(null)] });
    const { warnings } = await segment(cycle, TOOLS);
    expect(warnings.map(({ message }) => message)).toEqual(expect.arrayContaining([expect.stringContaining('drawn on scan 2')]));
    expect(warnings.filter(({ message }) => message.includes('drawn on scan'))).toHaveLength(1);
  });
});

describe('partial volume', () => {
  const fwhm = makeEstimate(8, [{ source: 'recovery', key: 'resolution:stated', standardUncertainty: 0.4 }]);
  const resolution = { fwhm, basis: 'stated' as const, spheres: [], recoveryCurve: null, source: null };
  const regions = [box('liver', grid(), 6, 15)];

  it('C13: is not corrected, and said to be so, where the resolution is not known', async () => {
    const cycle = await segmented(regions);
    expect(cycle.recovery).toBeNull();
    expect(cycle.regions[0]?.warnings.map(({ code }) => code)).toEqual(['GW_PARTIAL_VOLUME']);
    expect(fitCurves(cycle, TOOLS).curves[0]?.curve[0]).not.toHaveProperty('recovery');
  });

  it('C15, C16: is corrected where it is known: even activity keeps its value, and the outline moves activity and mass together', async () => {
    const cycle = await segmented(regions, { resolution });
    expect(cycle.regions[0]?.warnings).toEqual([]);
    const [liver] = fitCurves(cycle, TOOLS).curves;
    const first = liver?.curve[0];
    expect(first?.recovery).toBeCloseTo(1, 2);
    const volume = first?.activity.contributions.find(({ key }) => key === 'volume:2:liver');
    const ofMass = liver?.mass.contributions.find(({ key }) => key === 'volume:2:liver');
    const relative = (volume?.standardUncertainty ?? NaN) / (first?.activity.value ?? NaN);
    // in even activity both follow the outline one to one, to what lies beyond the small grid
    expect(relative / ((ofMass?.standardUncertainty ?? NaN) / (liver?.mass.value ?? NaN))).toBeCloseTo(1, 1);
  });

  it('C15: a region that keeps too little of its activity is named', async () => {
    const speck = box('lesion-1', grid(), 8, 8);
    speck.mask.fill(0);
    speck.mask[10 + 20 * (10 + 20 * 10)] = 1;
    const cycle = await segmented([...regions, speck], { resolution: { ...resolution, fwhm: { ...fwhm, value: 14 } } });
    expect(cycle.regions.find(({ name }) => name === 'lesion-1')?.warnings.map(({ code }) => code)).toContain('GW_RECOVERY_LOW');
  });
});

describe('fitCurves', () => {
  const half = grid(10);

  it('leaves out a scan that does not see the region', async () => {
    const cycle = await segmented([box('liver', grid(), 6, 15)], {}, [grid(), grid(), half]);
    expect(codes(cycle.regions[0]?.warnings ?? [])).toEqual(['GW_SCAN_LEFT_OUT']);
    const [liver] = fitCurves(cycle, TOOLS).curves;
    expect(liver?.curve.map(({ timePoint }) => timePoint)).toEqual([1, 2]);
    expect(liver?.effectiveHalfLife.value).toBeCloseTo(50 * 3600, -1);
  });

  it('keeps a scan that misses little, with what it misses as its uncertainty', async () => {
    const cycle = await segmented([box('liver', grid(), 0, 10)], {}, [grid(), grid(), half]);
    expect(codes(cycle.regions[0]?.warnings ?? [])).toEqual(['GW_OUTSIDE_FIELD_OF_VIEW']);
    const last = fitCurves(cycle, TOOLS).curves[0]?.curve[2]?.activity;
    const view = last?.contributions.find(({ key }) => key.startsWith('view:'));
    // 1 of 11 slices: the whole may hold 1/10 more than what is seen
    expect((view?.standardUncertainty ?? 0) / (last?.value ?? 1)).toBeCloseTo(0.1, 10);
  });

  it('refuses by the name of the region when fewer than two scans see it', async () => {
    const cycle = await segmented([box('liver', grid(), 6, 15)], {}, [grid(), half]);
    expect(() => fitCurves(cycle, TOOLS)).toThrow(
      expect.objectContaining({ code: 'GW_TOO_FEW_TIME_POINTS', message: expect.stringContaining('The liver') as string }),
    );
  });

  it('a half-life stated for both kidneys serves each side and is one random variable', async () => {
    const facts = factsWith({ effectiveHalfLives: { kidneys: { halfLife: hours(50), relativeUncertainty: 0.2 } } });
    const cycle = await segmented([box('kidney-left', grid(), 2, 4), box('kidney-right', grid(), 7, 9)], { facts }, [grid()]);
    const [left, right, both] = fitCurves(cycle, TOOLS).curves;
    const prior = (region: typeof left): number =>
      region?.timeIntegratedActivity.contributions.find(({ key }) => key === 'half-life:kidneys')?.standardUncertainty ?? NaN;
    expect(prior(both)).toBeCloseTo(prior(left) + prior(right), 3);
  });

  it('names the uncertainty of a fit by region and cycle', async () => {
    const [liver] = fitCurves(await segmented([box('liver', grid(), 6, 15)]), TOOLS).curves;
    expect(liver?.timeIntegratedActivity.contributions.map(({ key }) => key)).toContain('fit:2:liver');
  });
});
