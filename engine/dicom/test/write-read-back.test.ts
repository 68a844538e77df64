import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeFacts, writePlan, writeVerification } from '@graywise/dicom';
import { indexToLps, transformPoint, type PointLps, type RegionMask } from '@graywise/physics';
import { exampleFacts, examplePlan } from './helpers/examplePlan.js';
import { exampleRecord, exampleTransform } from './helpers/exampleRecord.js';
import { HAS_DCIODVFY, HAS_DCMTK, HAS_PYDICOM, outputOf, PYTHON, saved } from './helpers/programs.js';

interface ReadBack {
  readonly patientName: string;
  readonly doseGy: readonly number[];
  readonly corners: readonly [PointLps, PointLps];
  readonly segments: readonly {
    label: string;
    type: string;
    voxels: number;
    meanGy: number;
    minimumGy: number;
    maximumGy: number;
    shiftMm: number;
  }[];
  readonly registrations: readonly { frame: string; images: readonly string[]; point: readonly number[] }[];
  readonly measurements: readonly Readonly<Record<string, unknown>>[];
}

/** A point of the reference scan; the moving scan sees the same anatomy where the transform says. */
const ANATOMY: PointLps = [-88.5, 51.25, 33];

function readBack(leftHanded: boolean): ReadBack {
  const record = exampleRecord({ leftHanded });
  const paths = saved(writeVerification(record));
  const point = join(dirname(paths[0]!), 'point.json');
  writeFileSync(point, JSON.stringify(transformPoint(exampleTransform(record.dose.geometry).matrixLps, ANATOMY)));
  const { text } = outputOf(PYTHON, join(__dirname, 'tools', 'readBack.py'), ...paths, point);
  return JSON.parse(text) as ReadBack;
}

/** Mean, least and largest dose of a region, straight from the arrays that were written. */
function statistics({ mask }: RegionMask, doseGy: Float32Array): { voxels: number; mean: number; least: number; largest: number } {
  const doses = doseGy.filter((_, i) => mask[i] === 1);
  return {
    voxels: doses.length,
    mean: doses.reduce((sum, value) => sum + value, 0) / doses.length,
    least: Math.min(...doses),
    largest: Math.max(...doses),
  };
}

const withPydicom = HAS_PYDICOM ? describe : describe.skip;
const withDciodvfy = HAS_DCIODVFY ? it : it.skip;
const withDcmtk = HAS_DCMTK ? it : it.skip;

withPydicom.each([false, true])('pydicom and numpy, left-handed grid: %p (skipped where they are not installed)', leftHanded => {
  const record = exampleRecord({ leftHanded });
  const found = readBack(leftHanded);

  it('find our doses in every segment', () => {
    expect(found.segments.map(({ type }) => type)).toEqual(['64033007', '64033007', '108369006']);
    // RTDOSE holds 16 bits, 65 500 steps for the largest dose or a few less; 1 % for those few and for float32.
    const halfStep = (Math.max(...record.dose.data) / 65_500 / 2) * 1.01;
    record.regions.forEach((region, i) => {
      const { voxels, mean, least, largest } = statistics(region, record.dose.data);
      const segment = found.segments[i]!;
      expect(segment.voxels).toBe(voxels);
      expect(Math.abs(segment.meanGy - mean)).toBeLessThan(halfStep);
      expect(Math.abs(segment.minimumGy - least)).toBeLessThan(halfStep);
      expect(Math.abs(segment.maximumGy - largest)).toBeLessThan(halfStep);
    });
  });

  it('find the voxels where they are in the patient', () => {
    const { geometry } = record.dose;
    const far = geometry.size.map(n => n - 1) as [number, number, number];
    const [first, last] = leftHanded
      ? [indexToLps(geometry, [0, 0, far[2]]), indexToLps(geometry, [far[0], far[1], 0])]
      : [indexToLps(geometry, [0, 0, 0]), indexToLps(geometry, far)];
    // Decimal Strings of directions end at 1e-14; positions at 1e-12 mm.
    found.corners[0].forEach((x, axis) => expect(x).toBeCloseTo(first[axis]!, 9));
    found.corners[1].forEach((x, axis) => expect(x).toBeCloseTo(last[axis]!, 9));
    for (const { shiftMm } of found.segments) expect(shiftMm).toBeLessThan(1e-9);
  });

  it('carry a point of the moving scan back to the reference scan', () => {
    const [own, moving] = found.registrations;
    expect(own!.frame).toBe(record.dose.geometry.frameOfReferenceUid);
    expect(moving!.frame).toBe(exampleTransform(record.dose.geometry).toFrameOfReferenceUid);
    expect(moving!.images).toHaveLength(2);
    // Decimal Strings keep 12 digits of a matrix element; the point is 100 mm away.
    moving!.point.forEach((x, axis) => expect(x).toBeCloseTo(ANATOMY[axis]!, 9));
  });

  it('find every measurement with its unit and standard uncertainty', () => {
    const kidney = found.measurements[0]!;
    const { absorbedDose, timeIntegratedActivity } = record.verification.regions[0]!;
    expect(kidney).toMatchObject({ 'Tracking Identifier': 'kidney-left', 'Referenced Segment': 1 });
    expect(kidney['Mean Absorbed Radiation Dose']).toEqual([absorbedDose.value, 'Gy', absorbedDose.standardUncertainty]);
    const [value, unit, uncertainty] = kidney['Time-integrated activity'] as [number, string, number];
    expect(unit).toBe('MBq.h');
    // Decimal Strings of 16 characters.
    expect(value * 3.6e9).toBeCloseTo(timeIntegratedActivity.value, -3);
    expect(uncertainty * 3.6e9).toBeCloseTo(timeIntegratedActivity.standardUncertainty, -3);
    expect(found.patientName).toBe('Ångström^Éva=ÅNG^É');
  });
});

describe('the validators of others (skipped where they are not installed)', () => {
  const study = exampleRecord();
  const files = [
    ...writeVerification(study),
    writePlan({ plan: examplePlan(), study: study.study, at: study.at }),
    writeFacts({ facts: exampleFacts(), study: study.study, at: study.at }),
  ];

  withDciodvfy.each(files.map(file => [file.name, file] as const))('dciodvfy finds no fault in %s', (_name, file) => {
    const { text } = outputOf('dciodvfy', ...saved([file]));
    const errors = text.split('\n').filter(line => /error/i.test(line));
    // DICOM has no treatment record for radiopharmaceuticals, which DoseSummationType RECORD would have RTDOSE refer to; every other value asks for more.
    const expected = file.name.includes('dose')
      ? ['Error - Missing attribute Type 1C Conditional Element=<ReferencedTreatmentRecordSequence> Module=<RTDose>']
      : [];
    expect(errors).toEqual(expected);
  });

  withDcmtk.each(files.map(file => [file.name, file] as const))('dcmtk reads %s without a warning', (name, file) => {
    const [path] = saved([file]);
    const dump = outputOf('dcmdump', '+L', path!);
    expect(dump.status).toBe(0);
    expect(dump.text).not.toMatch(/^[EWF]:/m);
    if (!/report|plan|facts/.test(name)) return;
    const report = outputOf('dsrdump', path!);
    expect(report.status).toBe(0);
    // The one remark is on the check of value representations, which dcmtk 3.6.7 does not do for UTF-8.
    expect(report.text.match(/^[EWF]:.*/gm) ?? []).toEqual(
      ['W: The VR checker does not support this Specific Character Set: ISO_IR 192'].slice(0, report.text.includes('VR checker') ? 1 : 0),
    );
  });
});
