import { createHash } from 'node:crypto';
import dcmjs from 'dcmjs';
import fc from 'fast-check';
import { GraywiseError } from '@graywise/physics';
import { deterministicUid, encodePart10, type NaturalDataset } from '@graywise/dicom';
import { decimalString } from '../src/write/encoding/decimalString.js';
import { sha256 } from '../src/write/encoding/sha256.js';

const IDENTITY: NaturalDataset = { SOPClassUID: '1.2.840.10008.5.1.4.1.1.2', SOPInstanceUID: '1.2.3.4' };

function written(dataset: NaturalDataset): Record<string, unknown> {
  const { bytes } = encodePart10({ ...IDENTITY, ...dataset }, 'a.dcm');
  return dcmjs.data.DicomMetaDictionary.naturalizeDataset(dcmjs.data.DicomMessage.readFile(bytes.slice().buffer).dict);
}

function refusal(dataset: NaturalDataset): string {
  try {
    encodePart10({ ...IDENTITY, ...dataset }, 'a.dcm');
  } catch (error) {
    if (error instanceof GraywiseError) return error.code;
    throw error;
  }
  return 'none';
}

describe('decimalString', () => {
  it('keeps the exponent within 16 characters', () => {
    expect(decimalString(1.2345678901234566e-7, 'DoseGridScaling')).toBe('1.23456789012e-7');
    expect(decimalString(-123456.78901234567, 'x')).toBe('-123456.78901235');
    expect(decimalString(1e22, 'x')).toBe('1e+22');
    expect(decimalString(0.1 + 0.2, 'x')).toBe('0.3');
  });

  it('rounds any finite number by at most 5 in the tenth digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), value => {
        const text = decimalString(value, 'x');
        expect(text.length).toBeLessThanOrEqual(16);
        // Sign, first digit, point and an exponent such as e-100 leave eight digits after the point; subnormal numbers themselves hold fewer.
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(5e-9 * Math.abs(value) + Number.MIN_VALUE);
      }),
    );
  });
});

describe('encodePart10', () => {
  it('writes values that dcmjs reads back', () => {
    const dataset = written({
      ImageType: ['DERIVED', 'PRIMARY'],
      PatientName: 'Ångström^Éva=ÅNG^É',
      DoseGridScaling: 1.2345678901234566e-7,
      FrameIncrementPointer: 0x3004000c,
      InstanceNumber: 7,
      ReferencedImageSequence: [{ ReferencedSOPInstanceUID: '1.2.3' }, { ReferencedFrameNumber: [1, 2] }],
      RecommendedDisplayCIELabValue: [43803, 26565, 37722],
      BitsAllocated: 16,
      PixelData: Uint16Array.of(1, 2, 3),
    });
    expect(dataset['ImageType']).toEqual(['DERIVED', 'PRIMARY']);
    expect(String(dataset['PatientName'])).toContain('Ångström^Éva=ÅNG^É');
    expect(Number(dataset['DoseGridScaling'])).toBe(1.23456789012e-7);
    expect(dataset['InstanceNumber']).toBe(7);
    expect(dataset['ReferencedImageSequence']).toHaveLength(2);
    expect(new Uint16Array((dataset['PixelData'] as ArrayBuffer[])[0]!)).toEqual(Uint16Array.of(1, 2, 3));
  });

  it('writes the same bytes for the same dataset, whatever the order of its keys', () => {
    const first = encodePart10({ ...IDENTITY, PatientID: '1', StudyID: '2' }, 'a');
    const second = encodePart10({ StudyID: '2', PatientID: '1', ...IDENTITY }, 'a');
    expect(first.bytes).toEqual(second.bytes);
  });

  it.each<[string, NaturalDataset, string]>([
    ['not a number', { RescaleSlope: NaN }, 'GW_NOT_FINITE'],
    ['infinite voxels', { FloatPixelData: Float32Array.of(1, Infinity) }, 'GW_NOT_FINITE'],
    ['a fraction where a whole number belongs', { InstanceNumber: 1.5 }, 'GW_DICOM_VALUE'],
    ['a number too large for US', { Rows: 70000 }, 'GW_DICOM_VALUE'],
    ['an identifier too long', { PatientID: 'x'.repeat(65) }, 'GW_DICOM_VALUE'],
    ['a separator inside one value', { PatientID: 'a\\b' }, 'GW_DICOM_VALUE'],
    ['a date of another form', { StudyDate: '2026-01-02' }, 'GW_DICOM_VALUE'],
  ])('refuses %s', (_what, dataset, code) => {
    expect(refusal(dataset)).toBe(code);
  });
});

describe('deterministicUid', () => {
  it('depends on its parts and on where they are divided', () => {
    expect(deterministicUid('a', 'b')).toBe(deterministicUid('a', 'b'));
    expect(deterministicUid('a', 'b')).not.toBe(deterministicUid('ab'));
    expect(deterministicUid('a')).toMatch(/^2\.25\.[1-9]\d{0,38}$/);
  });

  it('rests on SHA-256 as Node computes it', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31) % 256);
      expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});
