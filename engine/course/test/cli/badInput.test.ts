import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graywise, smallPhantom, type Run } from './support/graywise.js';
import { HAS_PYDICOM, PatientCopy, type DicomChange } from './support/patientCopy.js';

/** Patients are spoiled by pydicom, so that our own writer cannot hide what our reader misses; without it these cases are skipped. */
const spoiled = HAS_PYDICOM ? describe : describe.skip;

const SPECT_2 = 'cycle-1/visit-2-spect';
const DRUG = 'RadiopharmaceuticalInformationSequence';

let work = '';
let patient = '';
let copies = 0;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'graywise-bad-'));
  patient = smallPhantom(work);
});
afterAll(() => rmSync(work, { recursive: true }));

function copyOf(keep?: (name: string) => boolean): PatientCopy {
  return new PatientCopy(patient, join(work, `copy-${String(++copies)}`), keep);
}

/** Cycle 1 with its first visit alone: nothing to register, so that what comes after registration is seen at once. */
function firstVisit(name: string): boolean {
  return !/cycle-2|visit-[234]/.test(name);
}

function spoil(part: string, change: DicomChange): PatientCopy {
  return copyOf().change(part, change);
}

function verify({ folder }: PatientCopy, cycle = 1): Run {
  return graywise('verify', folder, '--cycle', String(cycle), '--out', `${folder}-out`, '--json');
}

/** Exit code 2, the code and its words as the one thing on standard output, and nothing written. */
function expectRefusal({ code, out }: Run, expected: string, words: RegExp = /./): void {
  const { error, ...others } = JSON.parse(out) as { error: Record<'code' | 'message' | 'hint', string> };
  expect({ code, error: error.code, keys: Object.keys(error), others }).toEqual({
    code: 2,
    error: expected,
    keys: ['code', 'message', 'hint'],
    others: {},
  });
  expect(error.message).toMatch(words);
  expect(error.hint).not.toBe('');
}

function expectVerifyRefusal(copy: PatientCopy, expected: string, words?: RegExp, cycle = 1): void {
  expectRefusal(verify(copy, cycle), expected, words);
  expect(existsSync(`${copy.folder}-out`)).toBe(false);
}

describe('words of the command line', () => {
  it.each([
    ['an unknown command', ['verfy', 'somewhere'], 'GW_USAGE', /verify/],
    ['an unknown option', ['verify', 'somewhere', '--cylce', '1'], 'GW_USAGE', /cylce/],
    ['a phantom nobody knows', ['phantom', 'lu-psma', '--out', 'nowhere'], 'GW_USAGE', /lu-dotatate/],
    ['a cycle that is no number', ['verify', 'somewhere', '--cycle', 'one'], 'GW_USAGE', /cycle/],
    ['half a cycle', ['verify', 'somewhere', '--cycle', '1.5'], 'GW_USAGE', /cycle/],
    ['a folder that is not there', ['verify', 'somewhere/else'], 'GW_NO_IMAGES', /somewhere/],
    ['no folder', ['verify'], 'GW_USAGE', /folder/],
    ['a limit that is no limit', ['plan', 'somewhere', '--limit', 'kidneys=23'], 'GW_LIMIT_INVALID', /kidneys=23/],
    ['a target of 0 Gy', ['plan', 'somewhere', '--target', 'lesion-1:0Gy'], 'GW_LIMIT_INVALID', /lesion-1:0Gy/],
    ['a name that every object inherits', ['toString'], 'GW_USAGE', /toString/],
  ] as const)('refuses %s', (_case, words, code, message) => {
    expectRefusal(graywise(...words, '--json'), code, message);
  });

  it('says the same in words without --json, and leaves standard output empty', () => {
    const { code, out, complaints } = graywise('verify', join(work, 'nowhere'));
    expect([code, out]).toEqual([2, '']);
    expect(complaints).toContain('GW_NO_IMAGES');
  });

  it('refuses a folder without any image', () => {
    const folder = join(work, 'empty');
    mkdirSync(folder);
    expectRefusal(graywise('verify', folder, '--json'), 'GW_NO_IMAGES');
    writeFileSync(join(folder, 'letter.txt'), 'no image');
    expectRefusal(graywise('verify', folder, '--json'), 'GW_NO_IMAGES');
  });
});

describe('facts', () => {
  it('refuses a calibration that nobody stated', () => {
    const copy = copyOf().facts(facts => (facts.calibrations = []));
    expectVerifyRefusal(copy, 'GW_NO_CALIBRATION');
  });

  it('refuses a stated calibration whose images are missing', () => {
    expectVerifyRefusal(
      copyOf(name => !name.startsWith('calibration')),
      'GW_NO_CALIBRATION',
      /2\.25\./,
    );
  });

  it('refuses images in counts when there are no facts at all', () => {
    expectVerifyRefusal(
      copyOf(name => !name.startsWith('facts')),
      'GW_NO_CALIBRATION',
    );
  });

  it('names the path of a malformed fact', () => {
    const copy = copyOf().facts(({ administrations }) =>
      Object.assign(administrations[1] ?? {}, { preAssay: { activity_MBq: '7400', at: '' } }),
    );
    expectVerifyRefusal(copy, 'GW_FACTS_INVALID', /administrations\[1\]\.preAssay\.activity_MBq/);
  });

  it('refuses facts that are no JSON', () => {
    const copy = copyOf(name => name !== 'facts.json');
    writeFileSync(join(copy.folder, 'facts.json'), '{"administrations": [');
    expectVerifyRefusal(copy, 'GW_FACTS_INVALID', /facts\.json/);
  });

  it('refuses facts that contradict those of the archive', () => {
    const copy = copyOf().facts(({ calibrations }) => Object.assign(calibrations[0] ?? {}, { activity_MBq: 600 }));
    expectVerifyRefusal(copy, 'GW_FACTS_CONFLICT', /calibration/);
  });

  it('refuses facts that contradict the images, with or without facts in the archive', () => {
    for (const keep of [undefined, (name: string) => name !== 'facts.dcm']) {
      const copy = copyOf(keep).facts(({ administrations }) =>
        Object.assign(administrations[0] ?? {}, { preAssay: { activity_MBq: 5000, at: '2026-03-02T10:15:00+00:00' } }),
      );
      expectVerifyRefusal(copy, 'GW_FACTS_CONFLICT', /cycle 1/);
    }
  });

  it('refuses a cycle that was never administered', () => {
    expectVerifyRefusal(copyOf(), 'GW_NO_ADMINISTRATION', /cycle 3/, 3);
  });
});

spoiled('images', () => {
  it.each([1, 2])("refuses another patient's series among the time points of cycle %i", cycle => {
    const part = `cycle-${String(cycle)}/visit-2-spect`;
    expectVerifyRefusal(
      spoil(part, { set: { PatientID: 'SOMEBODY', PatientBirthDate: '19800101' } }),
      'GW_OTHER_PATIENT',
      undefined,
      cycle,
    );
  });

  it("refuses another patient's CT", () => {
    expectVerifyRefusal(spoil('cycle-1/visit-3-ct', { set: { PatientID: 'SOMEBODY' } }), 'GW_OTHER_PATIENT');
  });

  it("refuses another patient's regions", () => {
    expectVerifyRefusal(spoil('cycle-1/visit-1-regions', { set: { PatientID: 'SOMEBODY' } }), 'GW_OTHER_PATIENT');
  });

  it.each([
    [1, '20260302101500+0000', '20260302', '101500', /21 minutes before/],
    [2, '20260427100000+0100', '20260427', '100000', /22 minutes before/],
  ])('refuses a scan before the administration of cycle %i and says by how much', (cycle, moment, date, time, words) => {
    const set = { AcquisitionDateTime: moment, AcquisitionDate: date, AcquisitionTime: time };
    const copy = spoil(`cycle-${String(cycle)}/visit-1-spect`, { set: { ...set, ContentTime: time, SeriesTime: time } });
    expectVerifyRefusal(copy, 'GW_SCAN_BEFORE_ADMINISTRATION', words, cycle);
  });

  it('refuses a calibration of another collimator', () => {
    const copy = spoil('calibration', { set: { 'DetectorInformationSequence.CollimatorGridName': 'LEHR' } });
    expectVerifyRefusal(copy, 'GW_CALIBRATION_MISMATCH', /LEHR/);
  });

  it('refuses an unknown nuclide, whatever the facts say', () => {
    const set = {
      [`${DRUG}.Radiopharmaceutical`]: 'Unobtainium-300',
      [`${DRUG}.RadionuclideCodeSequence.CodeValue`]: 'X-300',
      [`${DRUG}.RadionuclideCodeSequence.CodingSchemeDesignator`]: '99LOCAL',
      [`${DRUG}.RadionuclideCodeSequence.CodeMeaning`]: 'Unobtainium-300',
    };
    expectVerifyRefusal(spoil('cycle-1/visit-1-spect', { set }), 'GW_UNKNOWN_NUCLIDE', /Unobtainium/);
  });

  it('refuses a half-life that is not that of the nuclide', () => {
    const copy = spoil(SPECT_2, { set: { [`${DRUG}.RadionuclideHalfLife`]: '692988' } });
    expectVerifyRefusal(copy, 'GW_HALF_LIFE_CONFLICT', /192\.50 h/);
  });

  it.each([SPECT_2, 'calibration', 'cycle-1/visit-1-ct'])('refuses pixel data of %s that was cut short', part => {
    expectVerifyRefusal(spoil(part, { keepShareOfPixels: 0.5 }), 'GW_PIXELS_TRUNCATED', /bytes/);
  });

  it('refuses regions that were cut short', () => {
    const copy = copyOf(firstVisit).change('cycle-1/visit-1-regions', { keepShareOfPixels: 0.5 });
    expectVerifyRefusal(copy, 'GW_PIXELS_TRUNCATED', /bytes/);
  });

  it.each([1, 2])('refuses a SPECT of cycle %i in another frame of reference than its CT', cycle => {
    const copy = spoil(`cycle-${String(cycle)}/visit-2-spect`, { set: { FrameOfReferenceUID: '2.25.77' } });
    expectVerifyRefusal(copy, 'GW_FRAME_MISMATCH', /scan 2/, cycle);
  });

  it('refuses the scan on which the regions are drawn in another frame than its CT', () => {
    expectVerifyRefusal(spoil('cycle-1/visit-1-spect', { set: { FrameOfReferenceUID: '2.25.77' } }), 'GW_FRAME_MISMATCH', /scan 1/);
  });

  it.each([1, 2])('refuses regions of cycle %i drawn in a frame of reference of no scan', cycle => {
    const copy = spoil(`cycle-${String(cycle)}/visit-1-regions`, { set: { FrameOfReferenceUID: '2.25.78' } });
    expectVerifyRefusal(copy, 'GW_SEGMENTATION_FRAME', undefined, cycle);
  });
});

describe('time points', () => {
  it('refuses a single time point without a stated half-life', () => {
    expectVerifyRefusal(copyOf(firstVisit), 'GW_TOO_FEW_TIME_POINTS');
  });

  it('takes stated half-lives for a single time point, and the half-life of the nuclide from the table, and says both', () => {
    const copy = copyOf(firstVisit).facts(facts => {
      const regions = ['kidney-left', 'kidney-right', 'kidneys', 'liver', 'spleen', 'red-marrow', 'lesion-1', 'lesion-2', 'lesion-3'];
      facts.effectiveHalfLives = Object.fromEntries(regions.map(name => [name, { halfLife_h: 50, u_rel: 0.2 }]));
    });
    if (HAS_PYDICOM) copy.change('cycle-1/visit-1-spect', { remove: [`${DRUG}.RadionuclideHalfLife`] });
    const { code, out } = verify(copy);
    expect(code).toBe(0);
    const { warnings } = JSON.parse(out) as { warnings: { code: string }[] };
    const codes = warnings.map(warning => warning.code);
    expect(codes).toContain('GW_SINGLE_TIME_POINT');
    if (HAS_PYDICOM) expect(codes).toContain('GW_HALF_LIFE_FROM_TABLE');
  });
});

describe('measurements', () => {
  const HEADER = 'cycle,kind,region,at,counts_anterior,counts_posterior,duration_s,u_rel';
  const ROWS = [
    '1,planar,kidneys,2026-03-02T14:30:00+00:00,90000,150000,600,0.03',
    '1,planar,kidneys,2026-03-03T10:36:00+00:00,68000,113000,600,0.03',
    '1,planar,kidneys,2026-03-06T10:36:00+00:00,25000,41000,600,0.03',
    '1,whole body,whole-body,2026-03-02T11:00:00+00:00,90000,80000,60,0.02',
    '1,whole body,whole-body,2026-03-03T11:00:00+00:00,40000,36000,60,0.02',
    '1,whole body,whole-body,2026-03-06T11:00:00+00:00,17000,15000,60,0.02',
  ];
  const csv = (name: string, rows: readonly string[]): string => {
    const path = join(work, name);
    writeFileSync(path, [HEADER, ...rows].join('\n'));
    return path;
  };
  const measured = (...files: string[]): Run =>
    graywise(...['verify', copyOf(firstVisit).folder, '--cycle', '1', '--json'], ...files.flatMap(file => ['--measurements', file]));

  it('refuses a row by its file, line and column', () => {
    const late = csv('bad.csv', [...ROWS, '1,planar,kidneys,2026-03-07,1,2,600,']);
    expectRefusal(measured(csv('good.csv', ROWS), late), 'GW_MEASUREMENTS_INVALID', /line 8, column at of bad\.csv, found "2026-03-07"/);
  });

  it('refuses a file that is not there', () => {
    expectRefusal(measured(join(work, 'none.csv')), 'GW_MEASUREMENTS_INVALID', /none\.csv/);
  });

  it('M5: makes the curve of one SPECT with planar views, and the whole body by its counts', () => {
    const copy = copyOf(firstVisit).facts(facts => {
      const regions = ['liver', 'spleen', 'red-marrow', 'lesion-1', 'lesion-2', 'lesion-3'];
      facts.effectiveHalfLives = Object.fromEntries(regions.map(name => [name, { halfLife_h: 50, u_rel: 0.2 }]));
    });
    const files = [csv('planar.csv', ROWS.slice(0, 3)), csv('body.csv', ROWS.slice(3))];
    const { code, out } = graywise('verify', copy.folder, '--cycle', '1', '--json', ...files.flatMap(file => ['--measurements', file]));
    expect(code).toBe(0);
    const { regions, measured: beside } = JSON.parse(out) as {
      regions: { name: string; activity: { measuredBy?: string }[] }[];
      measured: { name: string; absorbedDose_Gy: { value: number; u: number }; budget: unknown[] }[];
    };
    const left = regions.find(({ name }) => name === 'kidney-left');
    expect(left?.activity.map(({ measuredBy }) => measuredBy)).toEqual([undefined, 'planar', 'planar']);
    expect(beside.map(({ name }) => name)).toEqual(['whole-body']);
    expect(beside[0]?.absorbedDose_Gy.u).toBeGreaterThan(0);
    expect(beside[0]?.budget.length).toBeGreaterThan(1);
  });
});

describe('plans', () => {
  it('refuses a plan without an earlier cycle', () => {
    expectRefusal(graywise('plan', patient, '--cycle', '1', '--limit', 'kidneys:23Gy', '--json'), 'GW_NO_RECORD', /cycle 1/);
  });
});
