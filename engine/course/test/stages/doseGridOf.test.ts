import type { Volume } from '@graywise/physics';
import { doseGridOf } from '../../src/stages/doseGridOf.js';
import { cube, valuesOn } from './grids.js';

const emission = cube(20, 4.8);
const ctGrid = cube(48, 2);
const ctWith = (isBody: (index: readonly [number, number, number]) => boolean): Volume<'HU'> => ({
  geometry: ctGrid,
  unit: 'HU',
  data: Float32Array.from(valuesOn(ctGrid, index => (isBody(index) ? 40 : -1000))),
});

describe('the grid of the absorbed dose', () => {
  it('D1: splits the voxels of the SPECT evenly to 2.5 mm at most, in its own frame', () => {
    const grid = doseGridOf(emission, null);
    expect(grid.size).toEqual([40, 40, 40]);
    expect(grid.spacingMm).toEqual([2.4, 2.4, 2.4]);
    // The first corner of space stays: half a coarse voxel before the first centre, half a fine one after that.
    grid.originLps.forEach(at => expect(at).toBeCloseTo(-1.2, 12));
    expect(grid.frameOfReferenceUid).toBe(emission.frameOfReferenceUid);
  });

  it('D2: is cropped to the body with a margin of four voxels', () => {
    const grid = doseGridOf(
      emission,
      ctWith(index => index.every(at => at >= 20 && at <= 30)),
    );
    // The body spans 40 to 60 mm: fine voxels (40 + 1.2) / 2.4 = 17.2 to 25.5, so 17 - 4 to 26 + 4.
    expect(grid.size).toEqual([18, 18, 18]);
    grid.originLps.forEach(at => expect(at).toBeCloseTo(-1.2 + 13 * 2.4, 9));
  });

  it('D3: stays inside the SPECT where the body leaves it, and is whole where the CT shows no body', () => {
    expect(
      doseGridOf(
        emission,
        ctWith(() => true),
      ).size,
    ).toEqual([40, 40, 40]);
    expect(
      doseGridOf(
        emission,
        ctWith(() => false),
      ).size,
    ).toEqual([40, 40, 40]);
  });
});
