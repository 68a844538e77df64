import { importStudy, readEmissionVolume, type EmissionSeries, type Part10 } from '@graywise/dicom';
import { decayFactor, nuclideData, parseInstant, transformPoint, type Matrix4, type PointLps, type Volume } from '@graywise/physics';
import { digitalPatient } from '../src/course/digitalPatient.js';
import { treatedCycle } from '../src/course/treatedCycle.js';
import { meanWhileCounting } from '../src/course/activeBodies.js';
import { spectCamera } from '../src/camera/spectCamera.js';
import { TISSUES } from '../src/anatomy/tissues.js';
import { gridGeometry } from '../src/geometry/gridGeometry.js';
import { movedBody } from '../src/geometry/movedBody.js';
import { paintSlice } from '../src/geometry/paintSlice.js';
import { luDotatate } from '../src/index.js';
import { fingerprint, smallPhantom } from './support/smallPhantom.js';

interface Truth {
  readonly cycles: readonly {
    readonly administered_MBq: number;
    readonly regions: readonly {
      readonly name: string;
      readonly mass_g: number;
      readonly volume_mL: number;
      readonly timeIntegratedActivity_MBq_h: number;
      readonly absorbedDose_Gy: number;
      readonly absorbedDose_u_Gy: number;
      readonly absorbedDoseElectronsLocal_Gy: number;
      readonly absorbedDoseElectrons_Gy: number;
      readonly absorbedDosePhotons_Gy: number;
      readonly meanActivityDuringScans_MBq: readonly number[];
    }[];
    readonly transformsLps: readonly Matrix4[];
  }[];
}

const json = (files: ReadonlyMap<string, Part10>, name: string): unknown => JSON.parse(new TextDecoder().decode(files.get(name)!.bytes));
const SECOND_SPECT = 'cycle-1/visit-2-spect/spect.dcm';
const nuclide = nuclideData('Lu-177');
const patient = digitalPatient(1);
const cycle = treatedCycle(1, 1, patient, nuclide);

/** The SPECT of a visit, in counts. */
async function spect(files: ReadonlyMap<string, Part10>, timePoint: number): Promise<{ series: EmissionSeries; volume: Volume }> {
  const series = importStudy([files.get(`cycle-1/visit-${timePoint}-spect/spect.dcm`)!]).emissions[0]!;
  return { series, volume: await readEmissionVolume(series) };
}

describe('phantom lu-dotatate', () => {
  let blurred: Map<string, Part10>;
  let ideal: Map<string, Part10>;
  let truth: Truth['cycles'][number];
  beforeAll(async () => {
    blurred = await smallPhantom();
    ideal = await smallPhantom({ cameraBlur: false }, SECOND_SPECT);
    truth = (json(blurred, 'truth.json') as Truth).cycles[0]!;
  });

  it('has the same bytes for the same seed, others for another seed or camera', async () => {
    const again = fingerprint(await smallPhantom());
    expect(fingerprint(blurred)).toBe(again);
    expect(ideal.get(SECOND_SPECT)!.bytes).not.toEqual(blurred.get(SECOND_SPECT)!.bytes);
    for await (const file of luDotatate({ seed: 2, size: 'small', cycles: 1 })) {
      expect(file.bytes).not.toEqual(blurred.get(file.name)!.bytes);
      break;
    }
  });

  it('has a SPECT whose grid and times are read back as they were made', async () => {
    const { series, volume } = await spect(blurred, 2);
    expect(volume.geometry.size).toEqual([96, 96, 80]);
    for (const axis of [0, 1, 2] as const) {
      expect(volume.geometry.spacingMm[axis]).toBeCloseTo(4.8, 9);
      expect(volume.geometry.originLps[axis]).toBeCloseTo(-4.8 * ((volume.geometry.size[axis] - 1) / 2), 9);
    }
    expect(volume.unit).toBe('counts');
    expect(series.countingSeconds).toBe(1200);
    expect(series.start.epochSeconds).toBe(cycle.visits[1]!.start.epochSeconds);
    expect(series.frameOfReferenceUid).toBe(cycle.visits[1]!.frameOfReferenceUid);
    expect(series.nuclide).toBe('Lu-177');
  });

  it.each([1, 4])('counts at visit %p are those of the true activity inside the field of view', async timePoint => {
    const { volume } = await spect(blurred, timePoint);
    const visit = cycle.visits[timePoint - 1]!;
    const camera = spectCamera('small', 7);
    const after = visit.start.epochSeconds - cycle.administration.start.epochSeconds;
    const inside = activityInView(visit.placement.matrixLps, after);
    const counts = volume.data.reduce((sum, value) => sum + value, 0);
    const expected = inside * camera.sensitivity * 1200;
    // 0.2 % of the image, and five standard deviations of the detected counts; a few counts leave and enter through the end planes alike.
    expect(Math.abs(counts / expected - 1)).toBeLessThan(0.002 + 5 / Math.sqrt(expected * camera.detectedShare));
  });

  it('an ideal camera shows the true concentration inside every region of weight', async () => {
    const { volume } = await spect(ideal, 2);
    const visit = cycle.visits[1]!;
    for (const region of ['kidney-left', 'kidney-right', 'liver', 'spleen', 'lesion-2', 'lesion-3'] as const) {
      const { mean, voxels } = meanInside(volume, region, visit.placement.matrixLps);
      const activity = truth.regions.find(({ name }) => name === region)!.meanActivityDuringScans_MBq[1]! * 1e6;
      const concentration = activity / patient.volumesMl[region];
      const expected = concentration * 2.4 ** 3 * 1e-3 * 9e-6 * 1200;
      expect(Math.abs(mean / expected - 1)).toBeLessThan(0.01 + 5 / Math.sqrt(voxels * expected));
    }
  });

  it('states doses of electrons, as if they stayed and as they go, and of photons', () => {
    for (const { timeIntegratedActivity_MBq_h, mass_g, ...dose } of truth.regions) {
      const local = (timeIntegratedActivity_MBq_h * 3.6e9 * nuclide.electronEnergyPerDecay) / (mass_g * 1e-3);
      expect(dose.absorbedDoseElectronsLocal_Gy / local).toBeCloseTo(1, 12);
      expect(dose.absorbedDose_Gy).toBeCloseTo(dose.absorbedDoseElectrons_Gy + dose.absorbedDosePhotons_Gy, 12);
      // what is more active than its surroundings loses electrons to them; photons come besides
      expect(dose.absorbedDoseElectrons_Gy).toBeLessThan(local);
      expect(dose.absorbedDosePhotons_Gy).toBeGreaterThan(0);
      // red marrow, small and a quarter of its dose from photons, is the least certain
      expect(dose.absorbedDose_u_Gy / dose.absorbedDose_Gy).toBeLessThan(0.02);
    }
    const find = (name: string): Truth['cycles'][number]['regions'][number] => truth.regions.find(region => region.name === name)!;
    expect(find('kidneys').mass_g).toBeCloseTo(find('kidney-left').mass_g + find('kidney-right').mass_g, 9);
  });

  it('states motions that carry the first visit to each other one, within 5 degrees and 15 mm', () => {
    truth.transformsLps.forEach((matrix, i) => {
      const point: PointLps = [60, 40, -45];
      const inFirst = transformPoint(cycle.visits[0].placement.matrixLps, point);
      const inOther = transformPoint(cycle.visits[i]!.placement.matrixLps, point);
      transformPoint(matrix, inFirst).forEach((value, axis) => expect(value).toBeCloseTo(inOther[axis]!, 9));
      const turn = (Math.acos((matrix[0] + matrix[5] + matrix[10] - 1) / 2) * 180) / Math.PI;
      expect(turn).toBeLessThan(5);
      expect(Math.hypot(matrix[3], matrix[7], matrix[11])).toBeLessThan(15);
    });
    expect(truth.transformsLps[0]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  });

  it('states facts that come to the administered activity', () => {
    const [given] = (json(blurred, 'facts.json') as { administrations: Record<string, { activity_MBq: number; at: string } & string>[] })
      .administrations;
    const start = parseInstant(given!['start']!).epochSeconds;
    const atStart = (key: string): number =>
      given![key]!.activity_MBq * decayFactor(nuclide.halfLife, start - parseInstant(given![key]!.at).epochSeconds);
    expect(atStart('preAssay') - atStart('residual')).toBeCloseTo(truth.administered_MBq, 6);
  });

  it('can be cancelled, and refuses a seed that is none', async () => {
    const controller = new AbortController();
    const run = async (): Promise<void> => {
      for await (const _file of luDotatate({ seed: 1, size: 'small', signal: controller.signal })) controller.abort();
    };
    await expect(run()).rejects.toMatchObject({ code: 'GW_CANCELLED' });
    await expect(luDotatate({ seed: -1 }).next()).rejects.toMatchObject({ code: 'GW_USAGE' });
  });
});

/** Activity between the end planes of the small SPECT, Bq: the anatomy on a fine grid of the same extent. */
function activityInView(placement: Matrix4, afterSeconds: number): number {
  const camera = spectCamera('small', 7);
  const grid = gridGeometry([192, 192, 160], [2.4, 2.4, 2.4], [0, 0, 0], '');
  const perGram = meanWhileCounting(cycle.remainder, afterSeconds, camera) / (patient.remainderMassKg * 1000);
  const bodies = patient.parts.map(({ body, tissue, source }) => ({
    body: movedBody(body, placement),
    value: source
      ? meanWhileCounting(cycle.kinetics[source], afterSeconds, camera) / patient.volumesMl[source]
      : perGram * TISSUES[tissue].densityGPerMl,
  }));
  const slice = new Float32Array(192 * 192);
  let sum = 0;
  for (let k = 0; k < 160; k++) {
    paintSlice(bodies, grid, k, 3, slice);
    for (const value of slice) sum += value;
  }
  return sum * 2.4 ** 3 * 1e-3;
}

/** Mean of the voxels whose centre lies inside a region. */
function meanInside(volume: Volume, region: string, placement: Matrix4): { mean: number; voxels: number } {
  const [columns, rows, slices] = volume.geometry.size;
  const bodies = patient.parts.map(({ body, source }) => ({ body: movedBody(body, placement), value: source === region ? 1 : 0 }));
  const slice = new Float32Array(columns * rows);
  let [sum, voxels] = [0, 0];
  for (let k = 0; k < slices; k++) {
    paintSlice(bodies, volume.geometry, k, 'centre', slice);
    slice.forEach((value, i) => {
      if (value === 0) return;
      sum += volume.data[k * slice.length + i]!;
      voxels++;
    });
  }
  return { mean: sum / voxels, voxels };
}
