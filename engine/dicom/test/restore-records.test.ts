import { second, type Comparison } from '@graywise/physics';
import { encodePart10, restoreRecords, writeFacts, writePlan, writeVerification, type Part10 } from '@graywise/dicom';
import { exampleFacts, examplePlan, fullPlan } from './helpers/examplePlan.js';
import { exampleRecord, SIGNED, STUDY } from './helpers/exampleRecord.js';

const LATER = { ...SIGNED, epochSeconds: SIGNED.epochSeconds + 60 };

const PLAN = examplePlan();
const FACTS = exampleFacts();

/** The same file with `from` replaced by `to` of the same length, as damage or another producer would have it. */
function changed(file: Part10, from: string, to: string): Part10 {
  const text = Buffer.from(file.bytes).toString('latin1');
  expect(text).toContain(from);
  expect(to).toHaveLength(from.length);
  return { name: file.name, bytes: new Uint8Array(Buffer.from(text.replaceAll(from, to), 'latin1')) };
}

const report = (files: readonly Part10[]): Part10 => files.at(-1)!;

describe('restoreRecords', () => {
  it('gives a verification back to the last bit, with the objects that belong to it', () => {
    const record = exampleRecord();
    const files = writeVerification(record);
    const { verifications, unreadable } = restoreRecords(files);
    expect(unreadable).toEqual([]);
    expect(verifications).toHaveLength(1);
    expect(verifications[0]!.verification).toEqual(record.verification);
    expect(verifications[0]!.objects.map(({ sopClassUid }) => sopClassUid)).toEqual([
      '1.2.840.10008.5.1.4.1.1.481.2',
      '1.2.840.10008.5.1.4.1.1.66.4',
      '1.2.840.10008.5.1.4.1.1.66.1',
    ]);
    expect(verifications[0]!.objects.every(({ studyInstanceUid }) => studyInstanceUid === STUDY.studyInstanceUid)).toBe(true);
  });

  it('gives the curve of one scan by a cohort back, with the curves that it rests on', () => {
    const { verification, ...rest } = exampleRecord();
    const regions = verification.regions.map(region => ({
      ...region,
      fit: {
        ...region.fit,
        model: 'mean of a cohort' as const,
        tail: 'mean of a cohort' as const,
        singleScan: {
          method: 'cohort' as const,
          source: 'ours, 2 patients',
          confirmed: true,
          halfLife: region.effectiveHalfLife,
          cohort: { id: 'ours', members: [1, 2].map(amplitude => ({ terms: [{ amplitude, rate: 4e-6 }] })), firstScan: second(3600) },
        },
      },
    }));
    const record = { ...verification, regions };
    expect(restoreRecords(writeVerification({ ...rest, verification: record })).verifications[0]?.verification).toEqual(record);
  });

  it('gives plans and facts back to the last bit', () => {
    const restored = restoreRecords([
      writePlan({ plan: PLAN, study: STUDY, at: SIGNED }),
      writeFacts({ facts: FACTS, study: STUDY, at: SIGNED }),
    ]);
    expect(restored.plans.map(({ plan }) => plan)).toEqual([PLAN]);
    expect(restored.facts).toEqual(FACTS);
  });

  it('gives a plan with everything in it back to the last bit, with its alternatives and the choice readable', () => {
    const plan = fullPlan();
    const file = writePlan({ plan, study: STUDY, at: SIGNED });
    expect(restoreRecords([file]).plans.map(({ plan: restored }) => restored)).toEqual([plan]);
    const text = Buffer.from(file.bytes).toString('latin1');
    for (const words of ['Label: 7.4 GBq', 'GW-OVERRIDE', 'A. Practitioner', 'GW-JOINT-RISK', 'GW-UNROUNDED', 'Level iii'])
      expect(text).toContain(words);
  });

  it('lets the record signed last win, whatever the order of the files', () => {
    const first = exampleRecord();
    const second = exampleRecord({ at: LATER });
    const corrected = { ...second, verification: { ...second.verification, radiopharmaceutical: '177Lu-DOTATOC' } };
    const [a, b] = [report(writeVerification(first)), report(writeVerification(corrected))];
    for (const files of [
      [a, b],
      [b, a],
      [b, a, b],
    ]) {
      expect(restoreRecords(files).verifications.map(({ verification }) => verification.radiopharmaceutical)).toEqual(['177Lu-DOTATOC']);
    }
  });

  it('compares moments, not clocks: a zone further east is not later', () => {
    const east = { epochSeconds: SIGNED.epochSeconds - 60, offsetMinutes: 600 };
    const older = writeFacts({ facts: { ...FACTS, deadTime: null }, study: STUDY, at: east });
    expect(restoreRecords([writeFacts({ facts: FACTS, study: STUDY, at: SIGNED }), older]).facts).toEqual(FACTS);
  });

  it('restores records that were made before doses were expected with their prior, commented on and looked at', () => {
    const { verification, ...rest } = exampleRecord();
    const { comments: _none, findings: _nor, ...older } = verification;
    const [{ prior: _no, sentence: _not, expectedRange50: _never, ...comparison }] = verification.comparisons as [Comparison];
    const record = { ...older, comparisons: [comparison] };
    expect(restoreRecords(writeVerification({ ...rest, verification: record })).verifications[0]?.verification).toEqual(record);
  });

  it('passes over reports of other producers and objects that are no reports', () => {
    const files = writeVerification(exampleRecord());
    expect(restoreRecords([changed(report(files), 'Graywise', 'Otherone'), ...files.slice(0, 3)]).verifications).toEqual([]);
    const foreign = encodePart10(
      { SOPClassUID: '1.2.840.10008.5.1.4.1.1.88.11', SOPInstanceUID: '1.2', Modality: 'SR', Manufacturer: 'Graywise' },
      'a',
    );
    expect(restoreRecords([foreign])).toEqual({ verifications: [], plans: [], facts: null, unreadable: [] });
  });

  it.each([
    ['of another version', 'graywise/verification/1', 'graywise/verification/2', 'verification.schema is not graywise/verification/1'],
    ['that lacks a field', '"absorbedDose":{', '"absorbedDosf":{', 'verification.regions[0].absorbedDose is no object'],
    ['that is no JSON', '{"administered":', '{"administered"-', 'its text is no JSON'],
  ])('names a record %s, and does not put an older one in its place', (_what, from, to, reason) => {
    const older = report(writeVerification(exampleRecord()));
    const newer = changed(report(writeVerification(exampleRecord({ at: LATER }))), from, to);
    const { verifications, unreadable } = restoreRecords([older, newer]);
    expect(verifications).toEqual([]);
    expect(unreadable).toEqual([{ name: newer.name, reason: expect.stringContaining(reason) as string }]);
  });
});
