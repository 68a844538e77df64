import { nuclideData, voxelVolume, type DoseRequest, type RegionMask, type Volume } from '@graywise/physics';
import { ONE_PIECE_ENGINES } from '../../src/dose/doseEngines.js';
import { chooseDoseEngine } from '../../src/dose/chooseDoseEngine.js';
import { doseRequestOf } from '../../src/dose/doseRequestOf.js';
import { secondDoseOf } from '../../src/dose/secondDoseOf.js';
import type { DecisionAnswer } from '../../src/engine/courseEngine.js';
import type { AlignedCycle, CurvedCycle, DosedCycle } from '../../src/model/cycle.js';
import { absorbedDose } from '../../src/stages/absorbedDose.js';
import { fitCurves } from '../../src/stages/fitCurves.js';
import { segment } from '../../src/stages/segment.js';
import type { StageTools } from '../../src/stages/stageTools.js';
import { emission } from '../gather/course.js';
import { alignedCycle, box, drawnSet, grid, uniform } from './cycle.js';

let mockDrawn: RegionMask[] = [];
jest.mock('@graywise/dicom', () => ({
  ...jest.requireActual<object>('@graywise/dicom'),
  readRegionMasks: () => Promise.resolve(mockDrawn),
}));

const drawn = drawnSet([{ name: 'liver', label: 'The liver', color: [0, 0, 0] }]);
/** Workers that compute at once, in this thread. */
const toolsWith = (...answers: DecisionAnswer[]): StageTools =>
  ({
    answers,
    pool: {
      run: (_task: string, { engine, request }: { engine: keyof typeof ONE_PIECE_ENGINES; request: DoseRequest }) =>
        ONE_PIECE_ENGINES[engine].compute(request),
    },
  }) as unknown as StageTools;
const choice = (subject: string): DecisionAnswer => ({
  kind: 'choose dose engine',
  subject,
  reason: 'the physicist asks',
  halfLifeHours: null,
});

async function curves(changes: Partial<AlignedCycle> = {}): Promise<CurvedCycle> {
  mockDrawn = [box('liver', grid(), 5, 14)];
  return fitCurves(await segment(alignedCycle([grid(), grid(), grid()], { regionSets: [drawn], ...changes }), toolsWith()), toolsWith());
}
const dosed = async (engine: string, changes: Partial<AlignedCycle> = {}): Promise<DosedCycle> =>
  absorbedDose(await curves(changes), toolsWith(choice(engine)));
/** By the kernel, computed once. */
let byKernel: Promise<DosedCycle>;
beforeAll(() => (byKernel = dosed('voxelKernel')));
const liverOf = ({ doses }: DosedCycle): DosedCycle['doses'][number] => {
  const [liver] = doses;
  if (!liver) throw new Error('no region');
  return liver;
};
/** Soft tissue of 40 HU, below the slice `from` lung. */
const overLung = (from: number): Volume<'HU'> => {
  const ct = uniform('HU', grid(), 40);
  ct.data.fill(-740, 0, 400 * from);
  return ct;
};

describe('D11: the engine of a cycle', () => {
  const chosen = async (changes: Partial<AlignedCycle> = {}, ...answers: DecisionAnswer[]) =>
    chooseDoseEngine(await doseRequestOf(await curves(changes)), answers);

  it('D11: the kernel in soft tissue, and why', async () => {
    expect(await chosen()).toEqual({ engine: 'voxelKernel', chosenBy: 'rule', reason: expect.stringContaining('Lu-177') as string });
  });
  it('D11: Monte Carlo where electrons cross from a region into lung', async () => {
    // the liver fills the slices 5 to 14: a tenth of it is beside lung that ends at 5, three tenths are lung or beside it when it ends at 7
    expect(await chosen({ referenceCt: overLung(5) })).toMatchObject({ engine: 'voxelKernel' });
    expect(await chosen({ referenceCt: overLung(7) })).toMatchObject({
      engine: 'monteCarlo',
      reason: expect.stringContaining('30 %') as string,
    });
  });
  it('D11: Monte Carlo for photons that carry most of the energy through a body with lung', async () => {
    const nuclide = nuclideData('I-131');
    expect(await chosen({ nuclide, referenceCt: overLung(3) })).toMatchObject({ engine: 'monteCarlo' });
    expect(await chosen({ nuclide })).toMatchObject({ engine: 'voxelKernel' });
  });
  it('D11: what a person chose, with the reason; no engine of another name', async () => {
    expect(await chosen({}, choice('sphere'))).toEqual({ engine: 'sphere', chosenBy: 'person', reason: 'the physicist asks' });
    await expect(chosen({}, choice('abacus'))).rejects.toMatchObject({ code: 'GW_USAGE' });
  });
});

describe('D8: the dose of a region', () => {
  it('D1: by local deposition it is A~ E / m, and the photons that are left out are named', async () => {
    const { absorbedDose: dose, timeIntegratedActivity, mass, warnings, alphaDose } = liverOf(await dosed('localDeposition'));
    const energy = nuclideData('Lu-177').electronEnergyPerDecay;
    // voxels are float32; energies of the spectrum and of the decay table agree to 2e-5
    expect(dose.value / ((timeIntegratedActivity.value * energy) / mass.value)).toBeCloseTo(1, 4);
    expect(warnings.map(({ code }) => code)).toContain('GW_PHOTON_PART');
    expect(alphaDose).toBeNull();
  });
  it('D8: every engine adds its model to the uncertainty, one variable for all regions', async () => {
    const { absorbedDose: dose } = liverOf(await byKernel);
    const share = dose.contributions.find(({ source }) => source === 'S-value');
    expect(share?.key).toBe('dose engine:voxelKernel');
    expect((share?.standardUncertainty ?? 0) / dose.value).toBeGreaterThan(0.01);
    expect(dose.contributions.some(({ source }) => source === 'Monte Carlo statistics')).toBe(false);
  });
  it('D8: kernel, spheres and organ S-values add photons to what electrons leave, and lose electrons at the edge', async () => {
    const local = liverOf(await dosed('localDeposition')).absorbedDose.value;
    const values = await Promise.all(
      ['voxelKernel', 'sphere', 'organSValue'].map(async engine => liverOf(await dosed(engine)).absorbedDose.value),
    );
    // less than 2 % of electrons leave; photons carry 24 % of what electrons do, of which the kernel finds less than half in the 10 cm cube of activity
    for (const value of values) {
      expect(value / local).toBeGreaterThan(0.98);
      expect(value / local).toBeLessThan(1.12);
    }
  });
  it('D12: in uniform activity without edges the kernel keeps what it holds of the energy', async () => {
    const cycle = await byKernel;
    const { geometry, data } = cycle.dose;
    expect(data.every(dose => dose >= 0)).toBe(true);
    const deposited = data.reduce((sum, dose) => sum + dose, 0) * voxelVolume(geometry) * 1e-3 * (cycle.density.data[0] ?? 0);
    expect(deposited).toBeGreaterThan(0);
    expect(cycle.doseMethod.assumptions.some(text => text.includes('the rest counts as lost'))).toBe(true);
  });
  it('D13: alphas of a chain stand apart and add to the whole', async () => {
    const nuclide = nuclideData('Ac-225');
    const { absorbedDose: dose, alphaDose } = liverOf(await dosed('voxelKernel', { nuclide }));
    // four alphas of 5.8 to 8.4 MeV against about 1 MeV of electrons
    expect((alphaDose?.value ?? 0) / dose.value).toBeGreaterThan(0.9);
    expect(alphaDose?.value ?? 0).toBeLessThan(dose.value);
  });
});

describe('D10: a second engine', () => {
  const criteria = { doseDifferencePercent: 3, distanceMm: 3, normalisation: 'local', lowestDosePercent: 10 } as const;

  it('D10: is compared region by region', async () => {
    const used = await byKernel;
    const other = await secondDoseOf(used, 'localDeposition', criteria, toolsWith(), null);
    expect(other.method.engine).toBe('localDeposition');
    expect(other.regions[0]?.used).toEqual(liverOf(used).absorbedDose);
    expect(other.regions[0]?.other.value).toBeLessThan(liverOf(used).absorbedDose.value);
    expect(other.comparison.regions.map(({ name }) => name)).toEqual(['liver']);
  });
});

describe('T9: the map by a curve in every voxel', () => {
  const byVoxels: DecisionAnswer = {
    kind: 'choose map pattern',
    subject: 'voxel fits',
    reason: 'two parts clear apart',
    halfLifeHours: null,
  };
  /** Half of the liver clears with 30 h, half with 90 h, from one concentration. */
  const twoParts = async (): Promise<CurvedCycle> => {
    const curved = await curves();
    return {
      ...curved,
      carried: curved.carried.map((volume, scan) => ({
        ...volume,
        data: volume.data.map((_, voxel) => {
          const hours = (curved.scans[scan]?.afterAdministration ?? NaN) / 3600;
          return 1e5 * 2 ** (-hours / (voxel % 2 === 0 ? 30 : 90));
        }),
      })),
    };
  };
  const ratioOf = ({ data }: { readonly data: Float32Array }) => (data[2969] ?? NaN) / (data[2968] ?? NaN);

  it('tells parts that clear at another pace by their integrals, 3 to 1; the region keeps the integral of its own curve', async () => {
    const curved = await twoParts();
    const answers = [choice('localDeposition'), byVoxels];
    const [own, scans] = [
      await absorbedDose(curved, toolsWith(...answers)),
      await absorbedDose(curved, toolsWith(choice('localDeposition'))),
    ];
    expect(own.voxelIntegrals?.[2968]).toBeCloseTo((1e5 * 30 * 3600) / Math.LN2, -5);
    expect(ratioOf(own.dose)).toBeCloseTo(3, 2);
    // the weights of three scans and one tail for all do not get there
    expect(Math.abs(ratioOf(scans.dose) - 3)).toBeGreaterThan(0.1);
    expect(liverOf(own).absorbedDose.value / liverOf(scans).absorbedDose.value).toBeCloseTo(1, 4);
    expect(own.assumptions.map(({ text }) => text).join(' ')).toContain('a curve fitted in every voxel');
    expect(own.assumptions.map(({ text }) => text).join(' ')).toContain('two parts clear apart');
    const again = await doseRequestOf(own, own.voxelIntegrals);
    expect(ratioOf(again.timeIntegratedBqSPerMl)).toBeCloseTo(3, 2);
  });
  it('leaves what lies outside of regions to the scans', async () => {
    const curved = await twoParts();
    const ofMap = async (integrals: Float32Array | null) => (await doseRequestOf(curved, integrals)).timeIntegratedBqSPerMl.data[5];
    expect(await ofMap(new Float32Array(curved.carried[0]!.data.length).fill(1e30))).toBe(await ofMap(null));
  });
  it('is cancelled between slices, and there is no other pattern', async () => {
    const aborted = AbortSignal.abort();
    const curved = await twoParts();
    await expect(absorbedDose(curved, { ...toolsWith(byVoxels), signal: aborted })).rejects.toMatchObject({ name: 'AbortError' });
    await expect(absorbedDose(curved, toolsWith({ ...byVoxels, subject: 'guess' }))).rejects.toMatchObject({ code: 'GW_USAGE' });
  });
});
