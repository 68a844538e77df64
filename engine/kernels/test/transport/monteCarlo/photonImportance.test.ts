import type { ExpectedEnergies } from '../../../src/transport/monteCarlo/expectedEnergies.js';
import { photonImportance } from '../../../src/transport/monteCarlo/photonImportance.js';

const SIZE = [48, 4, 4] as const;
const VOXELS = 48 * 16;

/** Energies that count along the first voxels of x only. */
function expected(energyMev: number): ExpectedEnergies {
  const near = (voxel: number): boolean => voxel % 48 < 2;
  return {
    mev: Float64Array.from({ length: VOXELS }, (_unused, voxel) => (near(voxel) ? energyMev : 1)),
    error: Float64Array.from({ length: VOXELS }, (_unused, voxel) => (near(voxel) ? 0.01 : Infinity)),
  };
}

describe('how often photons of a voxel are drawn', () => {
  const along = Array.from(photonImportance(SIZE, [0.4, 0.4, 0.4], expected(3)).subarray(0, 48));

  it('most where the error counts, ever less farther away, never below a tenth', () => {
    expect(along[0]).toBe(1);
    along.slice(1).forEach((value, index) => expect(value).toBeLessThanOrEqual(along[index] ?? NaN));
    expect(along.at(-1)).toBeCloseTo(0.1, 6);
  });
  it('goes as the root of the sum of one over distance squared', () => {
    // In cells of two voxels: four of them count, beside each other; the mean square within a cell adds a half.
    const sum = (cells: number): number => 1 / (cells ** 2 + 0.5) + 2 / (cells ** 2 + 1.5) + 1 / (cells ** 2 + 2.5);
    expect((along[8] ?? NaN) / (along[4] ?? NaN)).toBeCloseTo(Math.sqrt(sum(4) / sum(2)), 6);
  });
  it('does not depend on the unit of the energies', () => {
    expect(Array.from(photonImportance(SIZE, [0.4, 0.4, 0.4], expected(300)).subarray(0, 48))).toEqual(along);
  });
  it('where no error counts all are drawn alike', () => {
    const none = { mev: new Float64Array(VOXELS), error: new Float64Array(VOXELS).fill(Infinity) };
    expect(photonImportance(SIZE, [0.4, 0.4, 0.4], none).every(value => value === 1)).toBe(true);
  });
});
