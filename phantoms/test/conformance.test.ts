import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePhantom } from '../src/index.js';

/** The interpreter that has pydicom; the system's own one on Debian. */
const PYTHON = ['/usr/bin/python3.11', 'python3'].find(python => spawnSync(python, ['-c', 'import pydicom, numpy']).status === 0);
const hasDciodvfy = spawnSync('dciodvfy', ['-version']).error === undefined;
const ONE_OF_EACH = [
  'cycle-1/visit-1-spect/spect.dcm',
  'cycle-1/visit-2-ct/040.dcm',
  'cycle-1/visit-1-regions/regions.dcm',
  'calibration/cylinder.dcm',
  'calibration/spheres.dcm',
  'facts.dcm',
];

/** What pydicom and numpy find in one folder, as JSON. */
const PYTHON_PROGRAM = `
import json, sys, pydicom, numpy as np
root = sys.argv[1]
nm = pydicom.dcmread(root + '/cycle-1/visit-1-spect/spect.dcm')
seg = pydicom.dcmread(root + '/cycle-1/visit-1-regions/regions.dcm')
ct = pydicom.dcmread(root + '/cycle-1/visit-1-ct/040.dcm')
measures = seg.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0]
voxel = float(measures.PixelSpacing[0]) * float(measures.PixelSpacing[1]) * float(measures.SpacingBetweenSlices) / 1000
volumes = {}
for frame, group in zip(seg.pixel_array, seg.PerFrameFunctionalGroupsSequence):
    segment = seg.SegmentSequence[group.SegmentIdentificationSequence[0].ReferencedSegmentNumber - 1]
    volumes[segment.SegmentLabel] = volumes.get(segment.SegmentLabel, 0) + float(frame.sum()) * voxel
print(json.dumps({
    'counts': int(nm.pixel_array.sum()), 'accumulated': int(nm.CountsAccumulated), 'shape': nm.pixel_array.shape,
    'name': str(nm.PatientName), 'zone': nm.TimezoneOffsetFromUTC, 'frames': nm.FrameOfReferenceUID == ct.FrameOfReferenceUID == seg.FrameOfReferenceUID,
    'air': float(np.median(ct.pixel_array[:8] * ct.RescaleSlope + ct.RescaleIntercept)), 'volumes': volumes,
}))
`;

describe('files of the phantom, read by others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'graywise-phantom-'));
  beforeAll(async () => {
    await writePhantom({ name: 'lu-dotatate', seed: 3, out: folder, size: 'small', cycles: 1 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lie in the folders that the README names', () => {
    expect(readdirSync(folder).sort()).toEqual(['calibration', 'cycle-1', 'facts.dcm', 'facts.json', 'truth.json']);
    expect(readdirSync(join(folder, 'cycle-1/visit-3-ct'))).toHaveLength(98);
    for (const file of ONE_OF_EACH) expect(existsSync(join(folder, file))).toBe(true);
  });

  (hasDciodvfy ? it.each(ONE_OF_EACH) : it.skip.each(ONE_OF_EACH))('%s has no error for dciodvfy (dicom3tools)', file => {
    const { stderr, stdout } = spawnSync('dciodvfy', [join(folder, file)], { encoding: 'utf8' });
    expect(`${stdout}${stderr}`.split('\n').filter(line => line.startsWith('Error'))).toEqual([]);
  });

  (PYTHON === undefined ? it.skip : it)('are read by pydicom, with the volumes of the truth', () => {
    const { stdout, stderr } = spawnSync(PYTHON!, ['-c', PYTHON_PROGRAM, folder], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const found = JSON.parse(stdout) as { counts: number; accumulated: number; volumes: Record<string, number>; [key: string]: unknown };
    expect(found).toMatchObject({
      shape: [80, 96, 96],
      name: 'Demo^Lu-DOTATATE 3',
      zone: '+0000',
      frames: true,
      counts: found.accumulated,
    });
    expect(Math.abs((found['air'] as number) + 1000)).toBeLessThan(3);
    // Counting 3.9 x 3.9 x 4 mm voxels by their centres: half a per cent for the large organs.
    expect(Math.abs(found.volumes['liver']! - 1700)).toBeLessThan(200);
    expect(Object.keys(found.volumes)).toHaveLength(8);
  });

  it('refuses a phantom that there is not', async () => {
    await expect(writePhantom({ name: 'i-131', seed: 1, out: folder })).rejects.toMatchObject({ code: 'GW_USAGE' });
  });
});
