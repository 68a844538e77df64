import { refinedGeometry, type Volume, type VolumeGeometry } from '@graywise/physics';
import { splineRefined } from '../../src/validation/splineRefined.js';

const geometry: VolumeGeometry = {
  size: [7, 6, 5],
  spacingMm: [4.8, 4.8, 4.8],
  originLps: [1, 2, 3],
  direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  frameOfReferenceUid: '1',
};
const moving: Volume<'Bq/mL'> = { geometry, unit: 'Bq/mL', data: Float32Array.from({ length: 210 }, (_, index) => (index * 7919) % 1009) };

describe('Y1: images of virtual patients on the dose grid', () => {
  it('Y1: are those of cubic b-splines by SciPy (map_coordinates, order 3, mode mirror), in the middle and at the edges', () => {
    const grid = refinedGeometry(geometry, 2.5);
    const { data } = splineRefined(moving, grid);
    const at = (k: number, j: number, i: number): number => data[i + 14 * (j + 12 * k)] ?? NaN;
    const scipy = [
      [at(0, 0, 0), 270.2764949649297],
      [at(3, 5, 9), 938.319075995085],
      [at(9, 11, 13), 394.16651631098387],
      [at(4, 6, 7), 774.8159840690556],
      [at(1, 10, 12), 812.6586681981101],
    ] as const;
    // float32
    for (const [found, expected] of scipy) expect(Math.abs(found / expected - 1)).toBeLessThan(1e-6);
  });

  it('Y1: need a grid that splits voxels in two', () => {
    const refusal = (): unknown => splineRefined(moving, geometry);
    expect(refusal).toThrow(expect.objectContaining({ code: 'GW_GEOMETRY' }) as Error);
  });
});
