import {
  decayConstant,
  hours,
  instantAfter,
  nuclideData,
  organSValue,
  sourceSpectrum,
  type DoseRequest,
  type MeasurementRow,
  type RegionMask,
} from '@graywise/physics';
import { ONE_PIECE_ENGINES } from '../../src/dose/doseEngines.js';
import type { AlignedCycle, CurvedCycle, DosedCycle } from '../../src/model/cycle.js';
import { absorbedDose } from '../../src/stages/absorbedDose.js';
import { compare } from '../../src/stages/compare.js';
import { fitCurves } from '../../src/stages/fitCurves.js';
import { measuredRegions } from '../../src/stages/measuredRegions.js';
import { record } from '../../src/stages/record.js';
import { segment } from '../../src/stages/segment.js';
import type { StageTools } from '../../src/stages/stageTools.js';
import { emission, factsWith, PATIENT, START } from '../gather/course.js';
import { alignedCycle, box, drawnSet, grid } from './cycle.js';

let mockDrawn: RegionMask[] = [];
jest.mock('@graywise/dicom', () => ({
  ...jest.requireActual<object>('@graywise/dicom'),
  readRegionMasks: () => Promise.resolve(mockDrawn),
}));

const TOOLS = {
  answers: [{ kind: 'choose dose engine', subject: 'organSValue', reason: '', halfLifeHours: null }],
  pool: {
    run: (_task: string, { engine, request }: { engine: keyof typeof ONE_PIECE_ENGINES; request: DoseRequest }) =>
      ONE_PIECE_ENGINES[engine].compute(request),
  },
} as unknown as StageTools;

const setOf = (regions: readonly RegionMask[]) => drawnSet(regions.map(({ name, label, color }) => ({ name, label, color })));

function measurement(kind: MeasurementRow['kind'], region: string, after: number, values: Record<string, number>): MeasurementRow {
  return {
    cycle: 2,
    kind,
    region,
    at: instantAfter(START, hours(after)),
    referenceAt: null,
    backgroundCorrection: null,
    comment: null,
    values,
  };
}

/** A cycle with one scan at 4 h, whose kidneys and liver clear with 50 h, and these measurements. */
async function curved(measurements: readonly MeasurementRow[], changes: Partial<AlignedCycle> = {}): Promise<CurvedCycle> {
  mockDrawn = [box('kidney-left', grid(), 2, 4), box('kidney-right', grid(), 7, 9), box('liver', grid(), 12, 17)];
  const facts = factsWith({ measurements, effectiveHalfLives: { liver: { halfLife: hours(50), relativeUncertainty: 0.1 } } });
  return fitCurves(await segment(alignedCycle([grid()], { facts, regionSets: [setOf(mockDrawn)], ...changes }), TOOLS), TOOLS);
}
const dosed = async (measurements: readonly MeasurementRow[], changes: Partial<AlignedCycle> = {}): Promise<DosedCycle> =>
  measuredRegions(await absorbedDose(await curved([...planar('kidneys'), ...measurements], changes), TOOLS));

/** Views of a region that clears with 50 h; counts so many that their own noise does not matter, 2 % stated. */
const planar = (region: string, times: readonly number[] = [4, 24, 96, 168]): MeasurementRow[] =>
  times.map(after => {
    const counts = 1e12 * 2 ** (-after / 50);
    return measurement('planar', region, after, { counts_anterior: counts, counts_posterior: 2 * counts, duration_s: 1, u_rel: 0.02 });
  });

describe('M5 planar views in the curves', () => {
  it.each([
    ['of both kidneys', planar('kidneys')],
    ['of each kidney', [...planar('kidney-left'), ...planar('kidney-right')]],
  ])('M5 %s make a curve of one SPECT', async (_, rows) => {
    const { curves, assumptions } = await curved(rows);
    for (const name of ['kidney-left', 'kidney-right', 'kidneys']) {
      const kidney = curves.find(curve => curve.name === name);
      expect(kidney?.curve.map(({ timePoint, measuredBy }) => [timePoint, measuredBy])).toEqual([
        [1, undefined],
        [0, 'planar'],
        [0, 'planar'],
        [0, 'planar'],
      ]);
      expect((kidney?.effectiveHalfLife.value ?? 0) / 3600).toBeCloseTo(50, 3);
      const atScan = kidney?.curve[0]?.activity.value ?? 0;
      expect((kidney?.timeIntegratedActivity.value ?? 0) / ((atScan * 2 ** (4 / 50) * 50 * 3600) / Math.LN2)).toBeCloseTo(1, 5);
    }
    expect(assumptions.map(({ text }) => text)).toContain(
      'Kidneys: the points at 24.0, 96.0, 168.0 h are planar counts, scaled to the scans.',
    );
  });

  it('M5 views without a stated uncertainty are named', async () => {
    const bare = planar('kidneys').map(({ values: { u_rel: _unused, ...values }, ...row }) => ({ ...row, values }));
    const { curves } = await curved(bare);
    expect(curves[0]?.warnings.map(({ code }) => code)).toContain('GW_MEASUREMENT_UNCERTAINTY');
  });

  it('M5 views of what is not drawn are refused, those of another cycle wait', async () => {
    await expect(curved([...planar('kidneys'), ...planar('spleen')])).rejects.toThrow(
      /kidney-left, kidneys, kidney-right, liver\).*found spleen/,
    );
    const elsewhere = planar('spleen').map(row => ({ ...row, cycle: 1 }));
    await expect(curved([...planar('kidneys'), ...elsewhere])).resolves.toBeDefined();
  });
});

describe('M7 to M10 regions without voxels', () => {
  const NUCLIDE = nuclideData('Lu-177');
  const body = (values: Record<string, number> = {}): MeasurementRow[] =>
    [0.5, 20, 60, 150].map(after => {
      const counts = (1e14 * 2 ** (-after / 30)) / (decayConstant(NUCLIDE.halfLife) * 60);
      return measurement('whole body', 'whole-body', after, { counts, duration_s: 1, u_rel: 0.02, ...values });
    });
  const blood = [0.5, 2, 4, 24, 72].map(after =>
    measurement('blood', 'blood', after, {
      concentration_kBq_per_mL: 300 * 2 ** (-after / 1.2) + 30 * 2 ** (-after / 20),
      u_rel: 0.03,
      u_rel_shared: 0.05,
    }),
  );

  it('M7 M8 the whole body follows its counts and has the dose of the S-value with the weight that DICOM states', async () => {
    const { measured } = await dosed(body());
    const whole = measured?.[0];
    expect([whole?.name, whole?.unit, whole?.model, measured?.length]).toEqual(['whole-body', 'Bq', 'log-linear phases', 1]);
    // from the administered activity, decayed to the first count, on with 30 h; before it, between the two
    const first = 7.4e9 * 2 ** (-1800 / NUCLIDE.halfLife);
    const integral = (first * 30 * 3600) / Math.LN2 + (1800 * (7.4e9 + first)) / 2;
    expect((whole?.timeIntegrated.value ?? 0) / integral).toBeCloseTo(1, 6);
    const spectrum = await sourceSpectrum('Lu-177', 'parent alone');
    const s = await organSValue({ spectrum, source: 'whole-body', target: 'whole-body', model: 'adult-female', targetMassG: 70000 });
    expect((whole?.absorbedDose?.value ?? 0) / (integral * s.sGyPerBqS)).toBeCloseTo(1, 6);
    expect(whole?.warnings).toEqual([]);
  });

  it('M9 M10 blood samples give blood and red marrow, with organs and the remainder of the body', async () => {
    const { measured } = await dosed([...body(), ...blood]);
    expect(measured?.map(({ name }) => name)).toEqual(['whole-body', 'blood', 'red-marrow (blood)']);
    const [, ofBlood, marrow] = measured ?? [];
    const perMillilitre = (3600 * (300e3 * 1.2 + 30e3 * 20)) / Math.LN2;
    // the fit of five samples, the slow phase of which two see
    expect((ofBlood?.timeIntegrated.value ?? 0) / perMillilitre).toBeCloseTo(1, 1);
    expect(marrow?.assumptions.join(' ')).toContain('Organs that irradiate it: kidney-left, kidney-right, liver.');
    expect(marrow?.absorbedDose?.contributions.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['calibration', 'fit', 'S-value', 'half-life prior']),
    );
    const alone = (await dosed(blood)).measured ?? [];
    expect(alone.map(({ name }) => name)).toEqual(['blood', 'red-marrow (blood)']);
    expect(alone[1]?.assumptions.join(' ')).toContain('The remainder of the body is not counted');
    expect(alone[1]?.absorbedDose?.value ?? Infinity).toBeLessThan(marrow?.absorbedDose?.value ?? 0);
  });

  it('M8 131I-mIBG: its own coefficient, the second activity, and the alarm at 4 Gy', async () => {
    const iodine: Partial<AlignedCycle> = {
      nuclide: nuclideData('I-131'),
      radiopharmaceutical: '131I-mIBG',
      cycle: 1,
      patient: { ...PATIENT, weightKg: 25 },
    };
    const rows = [...planar('kidneys'), ...body()].map(row => ({ ...row, cycle: 1 }));
    const curves = await curved(rows, iodine);
    const whole = (await measuredRegions(await absorbedDose(curves, TOOLS))).measured?.[0];
    expect(whole?.method).toContain('1.34e-4');
    expect(whole?.assumptions.join(' ')).toMatch(/A second administration of \d+\.\d ± \d+\.\d GBq/);
    expect(whole?.warnings.map(({ code }) => code)).toEqual(['GW_SUGGESTED_VALUE']);
    const small = await curved(rows, { ...iodine, patient: { ...PATIENT, weightKg: 10 } });
    const alarmed = (await measuredRegions(await absorbedDose(small, TOOLS))).measured?.[0];
    expect(alarmed?.warnings.map(({ code }) => code)).toContain('GW_WHOLE_BODY_DOSE');
  });

  it('M10 131I without samples: blood by the whole body where the height is stated', async () => {
    const iodine: Partial<AlignedCycle> = { nuclide: nuclideData('I-131'), radiopharmaceutical: '131I-NaI' };
    const { measured } = await dosed(body({ body_height_cm: 170 }), iodine);
    expect(measured?.map(({ name }) => name)).toEqual(['whole-body', 'blood']);
    expect(measured?.[1]?.assumptions.join(' ')).toContain('No sample was drawn.');
    expect((await dosed(body(), iodine)).measured?.map(({ name }) => name)).toEqual(['whole-body']);
  });

  it('M7 without the mass of the body there is a curve and no dose', async () => {
    const { measured } = await dosed(body(), { patient: { ...PATIENT, weightKg: null } });
    expect([measured?.[0]?.absorbedDose, measured?.[0]?.warnings.map(({ code }) => code)]).toEqual([null, ['GW_MEASURED_IN_PART']]);
    const { measured: stated } = await dosed(body({ body_mass_kg: 62 }));
    expect(stated?.[0]?.warnings.map(({ message }) => message).join(' ')).toContain(
      '62 kg in the measurements is used, the images say 70 kg',
    );
  });

  it('M4 a probe over an organ that is not drawn is a region of its own, with a dose where its mass is stated', async () => {
    const thyroid = (values: Record<string, number>): MeasurementRow[] =>
      [24, 72, 120].map(after => measurement('probe', 'thyroid', after, { activity_MBq: 5 * 2 ** (-after / 80), u_rel: 0.03, ...values }));
    const { measured } = await dosed(thyroid({ region_mass_g: 20 }));
    expect(measured?.[0]?.label).toBe('Thyroid');
    expect((measured?.[0]?.effectiveHalfLife.value ?? 0) / 3600).toBeCloseTo(80, 3);
    expect(measured?.[0]?.absorbedDose?.value).toBeGreaterThan(0);
    expect((await dosed(thyroid({}))).measured?.[0]?.absorbedDose).toBeNull();
    const counts = [24, 72].map(after => measurement('probe', 'thyroid', after, { counts: 100, duration_s: 10 }));
    await expect(dosed(counts)).rejects.toThrow(/a sensitivity, or a drawn region/);
  });

  it('M3 M4 views from both sides of an organ that is not drawn are its activity, and its dose where its mass is stated', async () => {
    const [sensitivity, mu, depth, half] = [10, 0.11, 22, 60];
    const truth = (after: number) => 300 * 2 ** (-after / half);
    const spleen = (values: Record<string, number>): MeasurementRow[] =>
      [4, 24, 96].map(after => {
        // both sides of a source 8 cm deep in 22 cm, by hand
        const rate = truth(after) * sensitivity * 600;
        const [anterior, posterior] = [Math.exp(-mu * 8), Math.exp(-mu * 14)];
        const counts = { counts_anterior: rate * anterior, counts_posterior: rate * posterior, duration_s: 600 };
        return measurement('planar', 'spleen', after, { ...counts, attenuation_per_cm: mu, thickness_cm: depth, u_rel: 0.05, ...values });
      });
    const { measured } = await dosed(spleen({ sensitivity_per_s_per_MBq: sensitivity, region_mass_g: 180 }));
    const [organ] = measured ?? [];
    expect(organ).toMatchObject({ name: 'spleen', kind: 'planar', unit: 'Bq' });
    // counting for ten minutes, the nuclide decays by 0.05 %
    expect((organ?.timeIntegrated.value ?? NaN) / ((300e6 * half * 3600) / Math.LN2)).toBeCloseTo(1, 3);
    // 177Lu: 147.9 keV of electrons a decay stay (ICRP 107), photons of the spleen itself add less than 5 %
    const electrons = ((organ?.timeIntegrated.value ?? NaN) * 0.1479 * 1.602177e-13) / 0.18;
    expect((organ?.absorbedDose?.value ?? NaN) / electrons).toBeGreaterThan(0.99);
    expect((organ?.absorbedDose?.value ?? NaN) / electrons).toBeLessThan(1.05);
  });

  it('M4 an organ in planar views and under a probe at once is refused: one dose would count twice', async () => {
    const rows = (['planar', 'probe'] as const).flatMap(kind =>
      [24, 72].map(after => measurement(kind, 'spleen', after, { activity_MBq: 5 * 2 ** (-after / 80), u_rel: 0.03 })),
    );
    await expect(dosed(rows)).rejects.toThrow(/one kind of measurement of spleen/);
  });

  it('M4 they stand in the record', async () => {
    const { verification } = record(compare(await dosed(body())), []);
    expect(verification.measured?.map(({ label }) => label)).toEqual(['Whole body']);
    const { verification: without } = record(compare(await absorbedDose(await curved(planar('kidneys')), TOOLS)), []);
    expect('measured' in without).toBe(false);
  });
});
