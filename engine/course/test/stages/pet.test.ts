import { hours, identityTransform, instantAfter, nuclideData, second, type Nuclide, type RegionMask, type Volume } from '@graywise/physics';
import { localDeposition } from './localDeposition.js';
import type { AlignedCycle, CalibratedCycle } from '../../src/model/cycle.js';
import { calibrate } from '../../src/stages/calibrate.js';
import { fitCurves } from '../../src/stages/fitCurves.js';
import { segment } from '../../src/stages/segment.js';
import { absorbedDose } from '../../src/stages/absorbedDose.js';
import { emission, factsWith, START } from '../gather/course.js';
import { alignedCycle, box, drawnSet, grid, uniform } from './cycle.js';

let mockImages: Volume<'Bq/mL'>[] = [];
let mockDrawn: RegionMask[] = [];
jest.mock('@graywise/dicom', () => ({
  ...jest.requireActual<object>('@graywise/dicom'),
  readEmissionVolume: () => Promise.resolve(mockImages.shift()),
  readRegionMasks: () => Promise.resolve(mockDrawn),
}));

const TOOLS = localDeposition();

/** PET of one nuclide `after` hours after the administration, half an hour long, whose values are corrected to an instant `corrected` hours after it, or not. */
function pet(nuclide: Nuclide, after: readonly number[], corrected: (after: number) => number | null): Partial<AlignedCycle> {
  return {
    nuclide,
    radiopharmaceutical: `${nuclide.name} tracer`,
    scans: after.map((hour, index) => {
      const to = corrected(hour);
      const series = emission(hour, {
        modality: 'PT',
        unit: 'Bq/mL',
        nuclide: nuclide.name,
        durationSeconds: 1800,
        decayCorrectedTo: to === null ? null : instantAfter(START, hours(to)),
        frameOfReferenceUid: '9.1',
      });
      return { timePoint: index + 1, emission: series, ct: null, afterAdministration: second(hour * 3600) };
    }),
  };
}

async function calibrated(changes: Partial<AlignedCycle>, values: readonly number[]): Promise<CalibratedCycle> {
  mockImages = values.map(value => uniform('Bq/mL', grid(), value));
  return calibrate(alignedCycle([grid()], changes), TOOLS);
}

/** The rest of the way for scans that lie on one grid. */
async function dosed(cycle: CalibratedCycle, changes: Partial<AlignedCycle> = {}) {
  mockDrawn = [box('liver', grid(), 5, 14)];
  const set = drawnSet(mockDrawn.map(({ name, label, color }) => ({ name, label, color })));
  const aligned = alignedCycle(
    cycle.scans.map(() => grid()),
    { ...cycle, carried: cycle.concentrations, transforms: cycle.scans.map(() => identityTransform('9.1')), regionSets: [set], ...changes },
  );
  return absorbedDose(fitCurves(await segment(aligned, TOOLS), TOOLS), TOOLS);
}

describe('PET in a course', () => {
  const yttrium = nuclideData('Y-90');
  const valueOf = (cycle: CalibratedCycle): number => cycle.concentrations[0]?.data[0] ?? NaN;

  it('C2 images corrected to their start are taken as they are, to the administration are decayed to their start', async () => {
    expect(
      valueOf(
        await calibrated(
          pet(yttrium, [20], after => after),
          [1e5],
        ),
      ),
    ).toBeCloseTo(1e5, 1);
    const toStart = 2 ** ((-20 * 3600) / yttrium.halfLife);
    expect(
      valueOf(
        await calibrated(
          pet(yttrium, [20], () => 0),
          [1e5],
        ),
      ) /
        (1e5 * toStart),
    ).toBeCloseTo(1, 6);
  });

  it('C2 cal-03: 90Y PET of 30 min without correction is the mean of its half hour', async () => {
    const cycle = await calibrated(
      pet(yttrium, [20], () => null),
      [1e5],
    );
    // 1.00270582 for 64.1 h; ICRP 107 has 64.10 h; float32 keeps seven digits
    expect(valueOf(cycle) / 1e5 / 1.00270582).toBeCloseTo(1, 6);
    expect(cycle.calibration).toBeNull();
  });

  it('T1 124I of three PET corrected to the administration has its curve, integral and dose', async () => {
    const iodine = nuclideData('I-124');
    const after = [4, 24, 96];
    // 40 h effective; values corrected back to the administration
    const values = after.map(hour => 1e5 * 2 ** (-hour / 40) * 2 ** ((hour * 3600) / iodine.halfLife));
    const { doses } = await dosed(
      await calibrated(
        pet(iodine, after, () => 0),
        values,
      ),
    );
    const [liver] = doses;
    expect((liver?.effectiveHalfLife.value ?? 0) / 3600).toBeCloseTo(40, 3);
    const volume = 36 * 10 * 0.125;
    expect((liver?.timeIntegratedActivity.value ?? 0) / ((1e5 * volume * 40 * 3600) / Math.LN2)).toBeCloseTo(1, 5);
    expect(liver?.absorbedDose.value).toBeGreaterThan(0);
  });

  it('T7 D1 90Y of one PET with the half-life of the nuclide gives 49.67 J per GBq', async () => {
    const facts = factsWith({ effectiveHalfLives: { liver: { halfLife: yttrium.halfLife, relativeUncertainty: 0 } } });
    const { doses } = await dosed(
      await calibrated(
        pet(yttrium, [20], after => after),
        [1e6],
      ),
      { facts },
    );
    const [liver] = doses;
    const atStart = 1e6 * 36 * 10 * 0.125 * 2 ** ((20 * 3600) / yttrium.halfLife);
    const kilograms = liver?.mass.value ?? NaN;
    // the constant of sirt-01 and its kind; those in use run from 49.38 to 50 J/GBq, ours is within 0.5 % of it
    expect((liver?.absorbedDose.value ?? 0) / ((49.67e-9 * atStart) / kilograms)).toBeCloseTo(1, 2);
    expect(liver?.warnings.map(({ code }) => code)).toContain('GW_SINGLE_TIME_POINT');
  });
});
