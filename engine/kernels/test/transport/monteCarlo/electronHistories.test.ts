import type { VoxelKernel } from '@graywise/physics';
import { expectedEnergies } from '../../../src/transport/monteCarlo/expectedEnergies.js';
import { electronHistories } from '../../../src/transport/monteCarlo/electronHistories.js';
import { spreadByKernel } from '../../../src/transport/monteCarlo/spreadByKernel.js';

const SIZE = [15, 7, 7] as const;
const VOXELS = SIZE[0] * SIZE[1] * SIZE[2];
/** A voxel keeps 0.82 of the energy and gives 0.03 to each of six neighbours. */
const KERNEL = { halfSize: [1, 1, 1], absorbedMev: Float64Array.from([0.82, 0.03, 0.03, 0, 0.03, 0, 0, 0]) } as unknown as VoxelKernel;

/** Decays per voxel that fall along x by a factor of two every two voxels, in the inner voxels. */
function falling(): Float64Array {
  const decays = new Float64Array(VOXELS);
  for (let k = 1; k < 6; k++)
    for (let j = 1; j < 6; j++) for (let i = 1; i < 14; i++) decays[i + SIZE[0] * (j + SIZE[1] * k)] = 1000 * 2 ** (-i / 2);
  return decays;
}

describe('electron histories by voxel', () => {
  const decays = falling();
  const mev = new Float64Array(VOXELS);
  spreadByKernel(decays, SIZE, KERNEL, mev);
  const planned = (relativeError: number, batches: number): Float64Array =>
    electronHistories(SIZE, decays, KERNEL, expectedEnergies(mev, new Float32Array(VOXELS).fill(1), relativeError), batches);
  const histories = planned(0.01, 16);
  const along = Array.from({ length: 13 }, (_unused, i) => histories[i + 1 + SIZE[0] * (3 + SIZE[1] * 3)] ?? NaN);

  it('uniform tissue: as many where the dose is the largest as where it is a tenth', () => {
    for (const count of along.slice(1, 5)) expect(Math.abs(count / (along[2] ?? NaN) - 1)).toBeLessThan(0.1);
  });
  it('below a tenth they fall with the dose, and end at the fewest', () => {
    const below = along.slice(7);
    below.slice(1).forEach((count, index) => expect(count).toBeLessThanOrEqual(below[index] ?? NaN));
    expect(along[9]).toBeGreaterThan(0.06);
    expect(along[9]).toBeLessThan(0.5 * (along[2] ?? NaN));
  });
  it('half the error takes four times the histories, twice the batches half of them each', () => {
    const middle = 3 + SIZE[0] * (3 + SIZE[1] * 3);
    const at = (relativeError: number, batches: number): number => planned(relativeError, batches)[middle] ?? NaN;
    expect(at(0.005, 16) / at(0.01, 16)).toBeCloseTo(4, 10);
    expect(at(0.01, 32) / at(0.01, 16)).toBeCloseTo(0.5, 10);
  });
  it('no decays, no histories', () => {
    histories.forEach((count, voxel) => expect(count > 0).toBe((decays[voxel] ?? 0) > 0));
  });
});
