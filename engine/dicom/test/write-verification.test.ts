import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storableDose, writeVerification, type VerificationToWrite } from '@graywise/dicom';
import { GraywiseError, type RegionMask, type Volume } from '@graywise/physics';
import { GRAYWISE_CODES } from '../src/write/report/graywiseCodes.js';
import { storedDose } from '../src/write/objects/storedDose.js';
import { packedFrames } from '../src/write/objects/packedFrames.js';
import { cieLab } from '../src/write/objects/cieLab.js';
import { exampleRecord, obliqueGrid, SIGNED, STUDY } from './helpers/exampleRecord.js';

function refusal(input: VerificationToWrite): string {
  try {
    writeVerification(input);
  } catch (error) {
    if (error instanceof GraywiseError) return error.code;
    throw error;
  }
  return 'none';
}

const uidOf = (bytes: Uint8Array): string => /2\.25\.\d+/.exec(Buffer.from(bytes).toString('latin1'))![0];

describe('writeVerification', () => {
  it('writes the same bytes for the same record', () => {
    expect(writeVerification(exampleRecord())).toEqual(writeVerification(exampleRecord()));
  });

  it('gives another moment of signing, and another content, other identifiers', () => {
    const signed = writeVerification(exampleRecord()).map(({ bytes }) => uidOf(bytes));
    const later = writeVerification(exampleRecord({ at: { ...SIGNED, epochSeconds: SIGNED.epochSeconds + 1 } })).map(({ bytes }) =>
      uidOf(bytes),
    );
    const record = exampleRecord();
    const changed = { ...record, verification: { ...record.verification, doseEngine: 'another' } };
    const [dose, regions, registration, report] = writeVerification(changed).map(({ bytes }) => uidOf(bytes));
    expect(new Set([...signed, ...later]).size).toBe(8);
    expect([dose, regions, registration]).toEqual(signed.slice(0, 3));
    expect(report).not.toBe(signed[3]);
  });

  it('writes labels with accents, separators and line breaks', () => {
    const record = exampleRecord();
    const regions = record.regions.map((region, i) => ({ ...region, label: i === 0 ? `a\\b^c=d\n${'é'.repeat(80)}` : region.label }));
    expect(refusal({ ...record, regions })).toBe('none');
  });

  it.each<[string, (record: VerificationToWrite) => VerificationToWrite, string]>([
    ['a dose map on another grid', record => ({ ...record, dose: { ...record.dose, geometry: obliqueGrid(true) } }), 'GW_GEOMETRY'],
    ['regions without a voxel', record => ({ ...record, regions: record.regions.map(emptied) }), 'GW_NO_REGIONS'],
    [
      'a dose that is no number',
      record => ({ ...record, dose: { ...record.dose, data: record.dose.data.map(() => NaN) } }),
      'GW_NOT_FINITE',
    ],
    ['a dose below zero', record => ({ ...record, dose: { ...record.dose, data: record.dose.data.map(() => -1) } }), 'GW_NEGATIVE'],
    [
      'a number of the record that JSON cannot hold',
      record => ({ ...record, verification: { ...record.verification, physicalHalfLife: Infinity as never } }),
      'GW_NOT_FINITE',
    ],
    [
      'a patient identifier too long to keep whole',
      record => ({ ...record, study: { ...STUDY, patient: { ...STUDY.patient, id: '7'.repeat(65) } } }),
      'GW_DICOM_VALUE',
    ],
  ])('refuses %s', (_what, change, code) => {
    expect(refusal(change(exampleRecord()))).toBe(code);
  });
});

function emptied(region: RegionMask): RegionMask {
  return { ...region, mask: new Uint8Array(region.mask.length) };
}

describe('storedDose', () => {
  const { dose } = exampleRecord();

  it('keeps every voxel to half a step', () => {
    const { stored, gridScaling } = storedDose(dose);
    const largest = Math.max(...dose.data);
    // Half a step of 65 500, and float32 rounding of the doses themselves.
    dose.data.forEach((value, i) => expect(Math.abs(stored[i]! * gridScaling - value)).toBeLessThan(largest * 7.7e-6));
  });

  it('has no slice whose largest dose is a whole number', () => {
    const wholes: Volume<'Gy'> = { ...dose, data: dose.data.map((_, i) => Math.floor(i / 143) * 2) };
    const { stored, gridScaling } = storedDose(wholes);
    for (let slice = 1; slice < 9; slice++) {
      expect(Number.isInteger(Math.max(...stored.subarray(slice * 143, (slice + 1) * 143)) * gridScaling)).toBe(false);
    }
  });

  it('writes a dose of zero everywhere', () => {
    const { stored, gridScaling } = storedDose({ ...dose, data: new Float32Array(dose.data.length) });
    expect(gridScaling).toBeGreaterThan(0);
    expect(stored.every(steps => steps === 0)).toBe(true);
  });

  it('finds the same steps again in a dose map that was rounded to them', () => {
    expect(storedDose(storableDose(dose)).stored).toEqual(storedDose(dose).stored);
  });
});

describe('packedFrames', () => {
  it('puts one bit per pixel, lowest first, frames without a gap (PS3.5 8.1.1)', () => {
    expect(packedFrames([Uint8Array.of(1, 0, 1), Uint8Array.of(0, 1, 1), Uint8Array.of(0, 0, 1)])).toEqual(Uint8Array.of(0b00110101, 0b1));
  });
});

describe('cieLab', () => {
  it.each<[readonly [number, number, number], readonly [number, number, number]]>([
    [
      [255, 255, 255],
      [100, 0, 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    // The sRGB primaries in CIELab of D50, as colour management systems give them (Lindbloom's calculator, Bradford adaptation).
    [
      [255, 0, 0],
      [54.29, 80.81, 69.89],
    ],
    [
      [0, 0, 255],
      [29.57, 68.3, -112.03],
    ],
  ])('of %p is %p', (color, [lightness, a, b]) => {
    const [l16, a16, b16] = cieLab(color);
    // One step of 16 bits is 0.004; the published values have two decimals.
    expect((l16 / 65535) * 100).toBeCloseTo(lightness, 1);
    expect((a16 / 65535) * 255 - 128).toBeCloseTo(a, 1);
    expect((b16 / 65535) * 255 - 128).toBeCloseTo(b, 1);
  });
});

describe('conformance.md', () => {
  it('lists every concept of our own coding scheme, and no other', () => {
    const listed = readFileSync(join(__dirname, '..', 'conformance.md'), 'utf8').match(/^\| GW-[A-Z0-9-]+ \| .*(?= \|$)/gm) ?? [];
    const titles = ['GW-PLAN', 'GW-FACTS'];
    const written = Object.values(GRAYWISE_CODES).map(
      ({ value, meaning }) => `| ${value} | ${meaning}${titles.includes(value) ? ' (title)' : ''}`,
    );
    expect([...listed].sort()).toEqual([...written].sort());
  });
});
