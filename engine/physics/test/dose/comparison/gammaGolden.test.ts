import { gammaIndex, type Volume } from '@graywise/physics';
import { readJson } from '../../support/readJson.js';

interface Golden {
  readonly size: readonly [number, number, number];
  readonly spacing_mm: readonly [number, number, number];
  readonly distance_mm: number;
  readonly percent: number;
  readonly reference_Gy: readonly number[];
  readonly evaluated_Gy: readonly number[];
  readonly points: readonly { readonly voxel: number; readonly maximum: number; readonly local: number }[];
}
const golden = readJson<Golden>('test/golden/gamma_index.json');
const volume = (doses: readonly number[]): Volume<'Gy'> => ({
  geometry: {
    size: golden.size,
    spacingMm: golden.spacing_mm,
    originLps: [0, 0, 0],
    direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    frameOfReferenceUid: '1.2.3',
  },
  unit: 'Gy',
  data: Float32Array.from(doses),
});

describe('D10: gamma index against NumPy', () => {
  it.each(['maximum', 'local'] as const)(
    'agrees with a dense brute-force search, dose difference in per cent of the dose at %s',
    normalisation => {
      const reference = volume(golden.reference_Gy);
      const { data } = gammaIndex(
        reference,
        volume(golden.evaluated_Gy),
        { doseDifferencePercent: golden.percent, distanceMm: golden.distance_mm, normalisation, lowestDosePercent: 0 },
        new Uint8Array(reference.data.length).fill(1),
        Math.max(...reference.data),
      );
      for (const point of golden.points) {
        const ours = data[point.voxel] ?? NaN;
        // The dense lattice is coarse by a twentieth of the criterion, in which dose may change by 0.03 of its own.
        expect(ours).toBeGreaterThan(point[normalisation] - 0.03);
        // No point is farther than half the diagonal of a lattice face, a third of the criterion wide, from an edge that is searched: across the direction
        // of steepest dose this adds to the squared length. For a gamma of 1 it is 0.03.
        expect(ours).toBeLessThan(Math.hypot(point[normalisation], 1 / 3 / Math.SQRT2));
      }
    },
  );
});
