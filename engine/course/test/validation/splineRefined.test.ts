import { identityTransform, refinedGeometry, type Volume } from '@graywise/physics';
import { resampleToGrid } from '@graywise/registration';
import { splineRefined } from '../../src/validation/splineRefined.js';

describe('Y2: images of virtual patients on the dose grid', () => {
  it('Y2: are those that the stage align makes of a scan in place, to the rounding of float32', async () => {
    const geometry = {
      size: [9, 12, 10],
      spacingMm: [4.8, 4.8, 4.8],
      originLps: [1, 2, 3],
      direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      frameOfReferenceUid: '1',
    } as const;
    const data = Float32Array.from({ length: 1080 }, (_, index) => (index * 7919) % 1009);
    const moving: Volume<'Bq/mL'> = { geometry, unit: 'Bq/mL', data };
    const grid = refinedGeometry(geometry, 2.5);
    const byRegistration = await resampleToGrid({ moving, transform: identityTransform('1'), grid });
    const refined = splineRefined(moving, grid);
    const furthest = refined.data.reduce((most, value, index) => Math.max(most, Math.abs(value - (byRegistration.data[index] ?? NaN))), 0);
    expect(furthest).toBeLessThan(1009 * 5e-6);
  });

  it('Y2: refuses a grid that does not split voxels in two', () => {
    const geometry = {
      ...refinedGeometry(
        { size: [4, 4, 4], spacingMm: [4, 4, 4], originLps: [0, 0, 0], direction: [1, 0, 0, 0, 1, 0, 0, 0, 1], frameOfReferenceUid: '1' },
        4,
      ),
    };
    const volume: Volume<'Bq/mL'> = { geometry, unit: 'Bq/mL', data: new Float32Array(64) };
    expect(() => splineRefined(volume, geometry)).toThrow('GW_GEOMETRY');
  });
});
