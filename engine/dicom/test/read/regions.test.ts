import { GraywiseError, lpsToIndex, sampleNearest, type RegionMask, type VolumeGeometry } from '@graywise/physics';
import { encodePart10, importStudy, readDoseVolume, readRegionMasks, type NaturalDataset } from '../../src/index.js';
import { goldenExpectations, goldenFiles } from '../helpers/readGolden.js';

interface Expectation {
  readonly kind: 'SEG' | 'RTSTRUCT' | 'DOSE';
  readonly grid?: VolumeGeometry;
  readonly regions?: readonly {
    readonly name: string;
    readonly voxels: number;
    readonly color?: readonly number[];
    readonly inside?: readonly (readonly [number, number, number])[];
    readonly first?: readonly number[];
  }[];
  readonly samples?: readonly (readonly [number, number, number, number])[];
  readonly code?: string;
}

const cases = Object.entries(goldenExpectations<Expectation>('regions'));
const ofKind = (kind: Expectation['kind']): [string, Expectation][] => cases.filter(([, expected]) => expected.kind === kind);
const ANY_GRID: VolumeGeometry = {
  size: [2, 2, 2],
  spacingMm: [1, 1, 1],
  originLps: [0, 0, 0],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1.2.3.4.100',
};

async function masksOf(name: string, grid: VolumeGeometry): Promise<RegionMask[]> {
  const [set] = importStudy(goldenFiles('regions', name)).regionSets;
  if (!set) throw new Error('no region set');
  return readRegionMasks(set, grid);
}

describe('regions written by pydicom', () => {
  it.each(ofKind('SEG'))('R24 %s: names by code, voxels at their places', async (name, { regions = [] }) => {
    const masks = await masksOf(name, ANY_GRID);
    expect(masks.map(mask => mask.name)).toEqual(regions.map(region => region.name));
    masks.forEach(({ mask, geometry }, index) => {
      expect(mask.reduce((sum, value) => sum + value, 0)).toBe(regions[index]?.voxels);
      for (const point of regions[index]?.inside ?? []) {
        const [i, j, k] = lpsToIndex(geometry, point).map(Math.round) as [number, number, number];
        expect(mask[i + geometry.size[0] * (j + geometry.size[1] * k)]).toBe(1);
      }
    });
  });

  it.each(ofKind('RTSTRUCT'))('R25 %s: the voxels that winding angles give', async (name, { regions = [], grid = ANY_GRID }) => {
    const masks = await masksOf(name, grid);
    expect(masks.map(mask => mask.name)).toEqual(regions.map(region => region.name));
    masks.forEach(({ mask, color }, index) => {
      expect(color).toEqual(regions[index]?.color);
      // Corners are written with six decimals: a voxel centre on an edge may fall to either side.
      expect(Math.abs(mask.reduce((sum, value) => sum + value, 0) - (regions[index]?.voxels ?? 0))).toBeLessThanOrEqual(2);
      const missed = (regions[index]?.first ?? []).filter(voxel => mask[voxel] !== 1);
      expect(missed.length).toBeLessThanOrEqual(1);
    });
  });

  it('R26 rtstruct-axial: refused on a grid of another frame of reference', async () => {
    const error: unknown = await masksOf('rtstruct-axial', { ...ANY_GRID, frameOfReferenceUid: '9.9' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GraywiseError);
    expect((error as GraywiseError).code).toBe('GW_SEGMENTATION_FRAME');
  });

  it('R28 a set names the series it was drawn on, each once', () => {
    const series = (uid: string): NaturalDataset => ({ SeriesInstanceUID: uid });
    const describe = (dataset: NaturalDataset): readonly string[] | undefined => {
      const identity = { SOPInstanceUID: '1.2.3.1', PatientID: 'P', FrameOfReferenceUID: '1.2.3.4' };
      return importStudy([encodePart10({ ...identity, ...dataset }, 'set.dcm')]).regionSets[0]?.drawnOnSeries;
    };
    const seg = { SOPClassUID: '1.2.840.10008.5.1.4.1.1.66.4', ReferencedSeriesSequence: [series('1.7'), series('1.8'), series('1.7')] };
    expect(describe(seg)).toEqual(['1.7', '1.8']);
    const studies = [{ RTReferencedSeriesSequence: [series('1.9')] }];
    const structures = {
      SOPClassUID: '1.2.840.10008.5.1.4.1.1.481.3',
      ReferencedFrameOfReferenceSequence: [{ FrameOfReferenceUID: '1.2.3.4', RTReferencedStudySequence: studies }],
    };
    expect(describe(structures)).toEqual(['1.9']);
    expect(describe({ SOPClassUID: seg.SOPClassUID })).toEqual([]);
  });

  it.each(ofKind('DOSE'))('R27 %s: Gy at the same places of the patient', async (name, { samples = [], code }) => {
    const read = readDoseVolume(goldenFiles('regions', name));
    if (code !== undefined) {
      await expect(read).rejects.toMatchObject({ code });
      return;
    }
    const volume = await read;
    // float32: seven digits.
    for (const [x, y, z, dose] of samples) expect(Math.abs(sampleNearest(volume, [x, y, z]) / dose - 1)).toBeLessThan(1e-6);
  });
});
