import type { VoxelKernel } from '@graywise/physics';
import type { ExpectedEnergies } from './expectedEnergies.js';

/** A voxel without influence where the dose is high still has so many histories in a batch. */
const FEWEST = 0.06;
/** For a relative error above this the fewest histories of all batches are enough. */
const WITHOUT_PLAN = 1;
/** Variance of a history's part in a voxel's energy over (decays^2 x share that comes over x energy^2), the largest from runs of Lu-177. */
const VARIANCE_OF_A_HISTORY = 0.18;

/**
 * How many electron histories of a batch each source voxel gets so that after `batches` every voxel has about the relative error that is expected of it.
 *
 * The kernel of soft tissue says about how much of the energy of a source s comes to a voxel v: k(s - v). Of v's variance s makes decays^2 x k / histories,
 * which for a given sum of histories is least when histories go as decays x sqrt(k); they add up to the wanted variance when
 * histories = decays_s sqrt(k_sv) sum_s'(decays_s' sqrt(k_s'v)) / (error x energy_v)^2. A source gets the most that a voxel around it asks for.
 */
export function electronHistories(
  size: readonly [number, number, number],
  decays: Float64Array,
  kernel: VoxelKernel,
  { mev, error }: ExpectedEnergies,
  batches: number,
): Float64Array {
  const { offsets, roots, energy } = neighboursOf(size, kernel);
  const histories = decays.map(count => (count > 0 ? FEWEST : 0));
  const pulls = new Float64Array(offsets.length);
  for (let voxel = 0; voxel < decays.length; voxel++) {
    const wanted = error[voxel] ?? Infinity;
    if (wanted > WITHOUT_PLAN) continue;
    let sum = 0;
    for (let n = 0; n < offsets.length; n++) sum += pulls[n] = (roots[n] ?? 0) * (decays[voxel + (offsets[n] ?? 0)] ?? 0);
    const scale = (VARIANCE_OF_A_HISTORY / batches) * (energy / (wanted * (mev[voxel] ?? NaN))) ** 2 * sum;
    for (let n = 0; n < offsets.length; n++) {
      const source = voxel + (offsets[n] ?? 0);
      const asked = scale * (pulls[n] ?? 0);
      if (asked > (histories[source] ?? Infinity)) histories[source] = asked;
    }
  }
  return histories;
}

/** Offsets of the voxels around a voxel and the roots of the shares of energy that come from there; for the voxel itself, of the share that leaves it. */
function neighboursOf(
  [nx, ny]: readonly [number, number, number],
  { halfSize: [hx, hy, hz], absorbedMev }: VoxelKernel,
): { offsets: number[]; roots: number[]; energy: number } {
  const offsets: number[] = [];
  const energies: number[] = [];
  for (let k = -hz; k <= hz; k++)
    for (let j = -hy; j <= hy; j++)
      for (let i = -hx; i <= hx; i++) {
        offsets.push(i + nx * (j + ny * k));
        energies.push(absorbedMev[Math.abs(i) + (hx + 1) * (Math.abs(j) + (hy + 1) * Math.abs(k))] ?? 0);
      }
  const energy = energies.reduce((sum, value) => sum + value, 0);
  const roots = energies.map((value, index) => Math.sqrt((offsets[index] === 0 ? energy - value : value) / energy));
  return { offsets, roots, energy };
}
