import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { answered, graywise, smallPhantom } from './support/graywise.js';
import { filesUnder, HAS_PYDICOM, listing, PYTHON } from './support/patientCopy.js';

interface Quantity {
  readonly value: number;
  readonly u: number;
}
interface VerifiedJson {
  readonly administered_MBq: number;
  readonly regions: readonly {
    readonly name: string;

    readonly absorbedDose_Gy: Quantity;
    readonly doseVolumeHistogram: { readonly mean_Gy: number; readonly d98_Gy: number; readonly d50_Gy: number; readonly d2_Gy: number };
  }[];
  readonly registration: readonly { readonly timePoint: number; readonly matrixLps: readonly number[] }[];
  readonly record: readonly { readonly sopClassUid: string; readonly file: string }[];
}
interface TruthJson {
  readonly cycles: readonly {
    readonly regions: readonly { readonly name: string; readonly absorbedDose_Gy: number }[];
    readonly transformsLps: readonly (readonly number[])[];
  }[];
}
interface PlanJson {
  readonly activity_MBq: number;
  readonly binding: string;
}

const RT_DOSE = '1.2.840.10008.5.1.4.1.1.481.2';
const SEGMENTATION = '1.2.840.10008.5.1.4.1.1.66.4';
const SPATIAL_REGISTRATION = '1.2.840.10008.5.1.4.1.1.66.1';
const ENHANCED_SR = '1.2.840.10008.5.1.4.1.1.88.22';
/** dciodvfy asks for a treatment record that does not exist for nuclide therapy (conformance.md of engine/dicom). */
const KNOWN_MESSAGE = 'Error - Missing attribute Type 1C Conditional Element=<ReferencedTreatmentRecordSequence> Module=<RTDose>';

const HAS_DCIODVFY = spawnSync('dciodvfy', ['-version'], { stdio: 'ignore' }).error === undefined;
const withPydicom = HAS_PYDICOM ? it : it.skip;
const withDciodvfy = HAS_DCIODVFY ? it : it.skip;
const LIMIT = ['--cycle', '2', '--limit', 'kidneys:23Gy', '--cycles-left', '3', '--json'];
/** Two verifications of four visits take minutes where two cores are shared with other tests. */
const TWO_VERIFICATIONS_MS = 600_000;

let work = '';
let patient = '';
let record = '';
let before: string[] = [];
let printed: readonly string[] = [];
let verified: VerifiedJson;
let truth: TruthJson;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'graywise-course-'));
  patient = smallPhantom(work);
  record = join(work, 'record');
  before = listing(patient);
  const runs = [1, 2].map(workers => graywise('verify', patient, '--cycle', '1', '--out', record, '--workers', String(workers), '--json'));
  [verified] = runs.map(run => answered<VerifiedJson>(run)) as [VerifiedJson];
  printed = runs.map(run => run.out);
  truth = JSON.parse(readFileSync(join(patient, 'truth.json'), 'utf8')) as TruthJson;
}, TWO_VERIFICATIONS_MS);
afterAll(() => rmSync(work, { recursive: true }));

function doseOf(name: string): number {
  const region = verified.regions.find(found => found.name === name);
  if (!region) throw new Error(`${name} was not verified`);
  return region.absorbedDose_Gy.value;
}

function transformed(matrix: readonly number[], [x, y, z]: readonly [number, number, number]): number[] {
  return [0, 4, 8].map(row => (matrix[row] ?? 0) * x + (matrix[row + 1] ?? 0) * y + (matrix[row + 2] ?? 0) * z + (matrix[row + 3] ?? 0));
}

describe('graywise verify on a digital patient', () => {
  it('writes the dose, the regions, the registrations and the report, and names them', () => {
    const classes = verified.record.map(({ sopClassUid }) => sopClassUid);
    expect([...classes].sort()).toEqual([SPATIAL_REGISTRATION, SEGMENTATION, RT_DOSE, ENHANCED_SR].sort());
    expect(filesUnder(record)).toEqual(verified.record.map(({ file }) => file).sort());
  });

  // Partial volume is corrected by the measured spheres. What is left: how the CT's voxels of 4 mm draw the outline (5 to 9 % of the volume of the lesions of
  // 20 and 3 mL), the curve, the density. Twice the largest difference that these make in three patients.
  it.each([
    ['liver', 0.03],
    ['spleen', 0.03],
    ['kidneys', 0.04],
    ['lesion-3', 0.03],
    ['lesion-2', 0.06],
    ['lesion-1', 0.06],
  ])('finds the absorbed dose of the %s', (name, tolerance) => {
    const expected = truth.cycles[0]?.regions.find(region => region.name === name)?.absorbedDose_Gy ?? NaN;
    expect(Math.abs(doseOf(name) / expected - 1)).toBeLessThan(tolerance);
  });

  it('registers organs to a millimetre', () => {
    // Corners of a box of 240 mm by 160 mm by 200 mm about the trunk, wider than the organs lie (mm in the reference frame).
    const corners = [-120, 120].flatMap(x => [-70, 90].flatMap(y => [-60, 140].map(z => [x, y, z] as const)));
    for (const { timePoint, matrixLps } of verified.registration) {
      const expected = truth.cycles[0]?.transformsLps[timePoint - 1] ?? [];
      for (const corner of corners) {
        const [at, wanted] = [transformed(matrixLps, corner), transformed(expected, corner)];
        expect(Math.hypot(...at.map((value, axis) => value - (wanted[axis] ?? NaN)))).toBeLessThan(1);
      }
    }
  });

  it('prints the same with one and with two workers, to the last digit', () => {
    expect(printed[1]).toBe(printed[0]);
  });

  it('leaves the folder of the patient as it was', () => {
    expect(listing(patient)).toEqual(before);
  });

  withDciodvfy('writes objects in which dciodvfy finds no fault but the one that is documented', () => {
    for (const { file } of verified.record) {
      const { stdout, stderr } = spawnSync('dciodvfy', [join(record, file)], { encoding: 'utf8' });
      const errors = (stdout + stderr).split('\n').filter(line => line.startsWith('Error') && line !== KNOWN_MESSAGE);
      expect([file, errors]).toEqual([file, []]);
    }
  });

  // The issue asks for 0.5 %; what is left is the rounding of the stored dose and how two programs interpolate a percentile.
  withPydicom('agrees with pydicom and numpy on the dose of every stored segment', () => {
    const { stdout, stderr } = spawnSync(PYTHON, [resolve(__dirname, '../tools/doseStatistics.py'), record], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const measured = JSON.parse(stdout) as Record<string, { mean: number; d98: number; d50: number; d2: number }>;
    const found = Object.values(measured);
    const drawn = verified.regions.filter(({ name }) => name !== 'kidneys');
    expect(found).toHaveLength(drawn.length);
    drawn.forEach(({ doseVolumeHistogram: ours }, index) => {
      const theirs = found[index] ?? { mean: NaN, d98: NaN, d50: NaN, d2: NaN };
      for (const [a, b] of [
        [ours.mean_Gy, theirs.mean],
        [ours.d98_Gy, theirs.d98],
        [ours.d50_Gy, theirs.d50],
        [ours.d2_Gy, theirs.d2],
      ] as const)
        expect(Math.abs(a / b - 1)).toBeLessThan(0.005);
    });
  });
});

describe('graywise plan on its record', () => {
  it('agrees with the closed formula, prints the same bytes again, and takes the stored record', () => {
    const run = graywise('plan', patient, '--records', record, ...LIMIT);
    const { activity_MBq, binding } = answered<PlanJson>(run);
    // What is left of 23 Gy, shared by three cycles at the dose per activity of cycle 1.
    const kidneys = doseOf('kidneys');
    const expected = (23 - kidneys) / 3 / (kidneys / verified.administered_MBq);
    expect(Math.abs(activity_MBq / expected - 1)).toBeLessThan(1e-9);
    expect(binding).toBe('kidneys');
    expect(run.complaints).not.toMatch(/regist/i);
    expect(graywise('plan', patient, '--records', record, ...LIMIT).out).toBe(run.out);
    expect(listing(patient)).toEqual(before);
  });

  it('rounds to stock, compares, and stores what was chosen with its reason; a choice without reason is refused', () => {
    const words = [
      '--cycle',
      '2',
      '--cycles-left',
      '3',
      '--limit',
      'kidneys:23Gy',
      '--risk',
      '0.05',
      '--round-to',
      '100MBq',
      '--per-kg',
      '100',
      '--weight',
      '70',
    ];
    const stored = join(work, 'plan');
    const refused = graywise('plan', patient, '--records', record, ...words, '--choose', 'Label: 7.4 GBq', '--json');
    expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'GW_REASON_MISSING' } });
    const run = graywise(
      'plan',
      patient,
      '--records',
      record,
      ...words,
      '--choose',
      '7000',
      '--reason',
      'a trial',
      '--by',
      'A. B.',
      '--out',
      stored,
      '--json',
    );
    const plan = JSON.parse(run.out) as Record<string, unknown> & { activity_MBq: number; alternatives: { title: string }[] };
    expect(plan.activity_MBq % 100).toBeCloseTo(0, 6);
    expect(plan).toMatchObject({ chosen: { activity_MBq: 7000, reason: 'a trial' }, level: 'iii', files: ['graywise-plan-cycle-2.dcm'] });
    expect(plan.alternatives.map(({ title }) => title)).toContain('By body mass: 100 MBq/kg, 70 kg');
    expect(readdirSync(stored)).toEqual(['graywise-plan-cycle-2.dcm']);
  });

  it('plans the first cycle by the population, without images', () => {
    const run = graywise('plan', '--cycle', '1', '--cycles-left', '4', '--protocol', 'lu-177-dotatate', '--risk', '0.05', '--json');
    expect(JSON.parse(run.out)).toMatchObject({ level: 'i', cycle: 1 });
  });

  it.each([
    ['a region that was never verified', ['--limit', 'thyroid:10Gy'], 'GW_REGION_UNKNOWN'],
    ['a limit that is already reached', ['--limit', 'kidneys:1Gy'], 'GW_NOTHING_FEASIBLE'],
  ])('refuses %s', (_case, words, code) => {
    const run = graywise('plan', patient, '--records', record, '--cycle', '2', ...words, '--json');
    expect(run.code).toBe(2);
    expect(JSON.parse(run.out)).toMatchObject({ error: { code } });
  });
});

/** The record as another patient's, with every rate a little faster: a copy whose texts have the same length. */
function otherPatient(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    const text = readFileSync(join(from, name)).toString('latin1').replaceAll('GW-0003', 'GW-0004');
    writeFileSync(join(to, name), Buffer.from(text.replaceAll(/("rate":0\.0+\d)\d/g, '$19'), 'latin1'));
  }
}

describe('graywise cohort on records', () => {
  const words = ['--region', 'kidneys', '--id', 'ours', '--source', 'own patients'];
  const other = (): string => join(work, 'other');
  beforeAll(() => {
    otherPatient(record, other());
  });
  it('makes facts of the curves, with the factors and without anything of the patients', () => {
    const out = join(work, 'cohort.json');
    const { code, out: printed } = graywise('cohort', record, other(), ...words, '--out', out);
    expect(code).toBe(0);
    expect(printed).toMatch(/^72 +\d+\.\d +\d+\.\d +\d+\.\d$/m);
    const text = readFileSync(out, 'utf8');
    const { cohorts } = JSON.parse(text) as {
      cohorts: { patients: { amplitude: number; halfLife_h: number }[][]; regions: string[]; firstScan_h: number }[];
    };
    expect(cohorts[0]).toMatchObject({ id: 'ours', regions: ['kidneys', 'kidney-left', 'kidney-right'] });
    expect(cohorts[0]?.firstScan_h).toBeLessThan(6);
    const slow = cohorts[0]?.patients.map(phases => Math.max(...phases.map(({ halfLife_h }) => halfLife_h))) ?? [];
    expect(slow).toHaveLength(2);
    for (const halfLife of slow) expect(halfLife > 30 && halfLife < 70).toBe(true);
    expect(text).not.toMatch(/GW|lu-dotatate|\^/);
  });
  it('names cohorts of lesions so that any lesion is one of theirs', () => {
    const { cohorts } = answered<{ cohorts: { regions: string[] }[] }>(
      graywise('cohort', record, other(), '--region', 'lesion-2', ...words.slice(2), '--json'),
    );
    expect(cohorts[0]?.regions).toEqual(['lesion']);
  });
  it.each([
    ['one folder', [() => record], words, 'GW_USAGE'],
    ['a patient twice', [() => record, () => record], words, 'GW_USAGE'],
    ['a region that no record has', [() => record, other], ['--region', 'thyroid', ...words.slice(2)], 'GW_USAGE'],
    ['no source', [() => record, other], words.slice(0, 4), 'GW_USAGE'],
    ['a folder without records', [() => record, () => join(work, 'nowhere')], words, 'GW_NO_IMAGES'],
  ])('refuses %s', (_case, folders, rest, code) => {
    const run = graywise('cohort', ...folders.map(folder => folder()), ...rest, '--json');
    expect(run.code).toBe(2);
    expect(JSON.parse(run.out)).toMatchObject({ error: { code } });
  });
});
