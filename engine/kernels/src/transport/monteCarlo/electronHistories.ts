import { GAS_G_PER_ML, type VoxelKernel } from '@graywise/physics';
import type { TransportGrid } from '../transportGrid.js';
import { spreadByKernel } from './spreadByKernel.js';

/** A voxel without influence where the dose is high still has so many histories in a batch. */
const FEWEST = 0.05;
/** The share of the largest dose above which the error is to be even; below the tenth where it counts, because the kernel only estimates the dose. */
const MATTERS_FROM = 0.09;
/** A voxel with less dose than that lies below it by so many standard uncertainties: by chance alone it never comes to be counted. */
const BELOW_BY = 5;
/** For a relative error above this the fewest histories of all batches are enough. */
const WITHOUT_PLAN = 1;
/** Variance of a history's part in a voxel's energy over (decays^2 x share that comes over x energy^2), from runs of Lu-177. */
const VARIANCE_OF_A_HISTORY = 0.1;

/**
 * How many electron histories of a batch each source voxel gets so that after `batches` every voxel with a high dose has about the relative error
 * `relativeError`, and none with less dose strays to where it would be taken for one.
 *
 * The kernel of soft tissue says about how much of the energy of a source s comes to a voxel v: k(s - v). Of v's variance s makes decays^2 x k / histories,
 * which for a given sum of histories is least when histories go as decays x sqrt(k); they add up to the wanted variance when
 * histories = decays_s sqrt(k_sv) sum_s'(decays_s' sqrt(k_s'v)) / (error x energy_v)^2. A source gets the most that a voxel around it asks for.
 */
export function electronHistories(
  { size, densityGPerMl }: TransportGrid,
  decays: Float64Array,
  kernel: VoxelKernel,
  { relativeError, batches }: { readonly relativeError: number; readonly batches: number },
): Float64Array {
  const energies = new Float64Array(decays.length);
  spreadByKernel(decays, size, kernel, energies);
  const doses = energies.map((energy, voxel) => ((densityGPerMl[voxel] ?? 0) < GAS_G_PER_ML ? 0 : energy / (densityGPerMl[voxel] ?? 1)));
  const least = MATTERS_FROM * doses.reduce((largest, dose) => Math.max(largest, dose), 0);
  const wantedError = (dose: number): number => Math.max(relativeError, (least - dose) / (BELOW_BY * dose));
  const neighbours = neighboursOf(size, kernel);
  const energyOfKernel = neighbours.energy;
  const histories = decays.map(count => (count > 0 ? FEWEST : 0));
  doses.forEach((dose, voxel) => {
    const error = dose > 0 ? wantedError(dose) : Infinity;
    if (error > WITHOUT_PLAN) return;
    const pulls = neighbours.roots.map((root, index) => root * (decays[voxel + (neighbours.offsets[index] ?? 0)] ?? 0));
    const scale =
      (VARIANCE_OF_A_HISTORY / batches) *
      (energyOfKernel / (error * (energies[voxel] ?? NaN))) ** 2 *
      pulls.reduce((sum, pull) => sum + pull, 0);
    neighbours.offsets.forEach((offset, index) => {
      const wanted = scale * (pulls[index] ?? 0);
      if (wanted > (histories[voxel + offset] ?? Infinity)) histories[voxel + offset] = wanted;
    });
  });
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
