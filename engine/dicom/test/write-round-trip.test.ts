import {
  importStudy,
  objectsByReference,
  readDoseVolume,
  readStoredRegions,
  restoreRecords,
  storableDose,
  writeVerification,
} from '@graywise/dicom';
import { geometriesEqual } from '@graywise/physics';
import { exampleRecord, SIGNED } from './helpers/exampleRecord.js';

describe.each([false, true])('a stored record read back by our own readers, left-handed grid: %p', leftHanded => {
  const record = exampleRecord({ leftHanded });
  const files = writeVerification(record);
  const [stored] = restoreRecords(files).verifications;
  const [dose, regions] = objectsByReference(files, stored!.objects);
  // A left-handed grid comes back with its slices in the order in which DICOM counts frames.
  const slice = (k: number): number => (leftHanded ? 8 - k : k);
  const voxels = <T extends Float32Array | Uint8Array>(data: T, k: number): T => data.subarray(143 * k, 143 * (k + 1)) as T;

  it('has the doses that were written, where they were', async () => {
    const volume = await readDoseVolume([dose!]);
    expect(geometriesEqual(volume.geometry, record.dose.geometry)).toBe(!leftHanded);
    const written = storableDose(record.dose).data;
    for (let k = 0; k < 9; k++) {
      // Both are the same product of step and scaling, rounded to float32.
      voxels(volume.data, k).forEach((value, i) => expect(value).toBeCloseTo(voxels(written, slice(k))[i]!, 5));
    }
  });

  it('has the regions that were written, by name, label and voxel', async () => {
    const { geometry } = await readDoseVolume([dose!]);
    const masks = await readStoredRegions(regions!, geometry);
    expect(masks.map(({ name }) => name)).toEqual(['kidney-left', 'kidneys', 'lesion-1']);
    expect(masks.map(({ label }) => label)).toEqual(['Left kidney', 'Kidneys', 'Läsion 1 ＼ Leber = S6^']);
    masks.forEach((mask, index) => {
      for (let k = 0; k < 9; k++) expect(voxels(mask.mask, k)).toEqual(voxels(record.regions[index]!.mask, slice(k)));
    });
  });
});

describe('importStudy', () => {
  const earlier = writeVerification(exampleRecord());
  const later = writeVerification(exampleRecord({ at: { ...SIGNED, epochSeconds: SIGNED.epochSeconds + 60 } }));

  it('takes regions of a record for no drawn regions: not when it was superseded, not when its report never arrived', () => {
    expect(importStudy([...earlier, ...later]).regionSets).toEqual([]);
    expect(importStudy(earlier.slice(0, 2)).regionSets).toEqual([]);
  });

  it('names an unreadable record among what was left out', () => {
    const text = Buffer.from(earlier[3]!.bytes).toString('latin1').replace('graywise/verification/1', 'graywise/verification/0');
    const study = importStudy([{ name: 'old.dcm', bytes: new Uint8Array(Buffer.from(text, 'latin1')) }]);
    expect(study.records.verifications).toEqual([]);
    expect(study.ignored).toEqual([{ name: 'old.dcm', reason: expect.stringContaining('graywise/verification/1') as string }]);
  });
});
