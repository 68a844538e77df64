import { GraywiseError } from '../errors/GraywiseError.js';
import type { BecquerelSecond, Second } from '../quantities/quantity.js';
import { voxelVolume } from '../volume/voxelVolume.js';
import type { Volume, VolumeGeometry } from '../volume/volumeGeometry.js';
import { commonGeometry } from './commonGeometry.js';
import { timePointWeights } from './timePointWeights.js';

/** A region whose integral is known from its own curve. */
export interface IntegratedRegion {
  /** 1 inside, 0 outside, on the grid of the concentrations. */
  readonly mask: Uint8Array;
  readonly timeIntegratedActivity: BecquerelSecond;
  /** Of the last phase; shapes the tail of the region's pattern. Left out: physical decay. */
  readonly effectiveHalfLife?: Second;
  /** The integral of every voxel's own curve, by its index, as the region's pattern. Left out: the weighted time points. */
  readonly voxelIntegrals?: Float32Array;
}

export interface TimeIntegrationInput {
  /** One per time point, all on one grid; each as it was at its `afterAdministration`. */
  readonly concentrations: readonly Volume<'Bq/mL'>[];
  readonly afterAdministration: readonly Second[];
  readonly physicalHalfLife: Second;
  /** In rising priority: a voxel of several regions belongs to the last of them, so organs stand before lesions. */
  readonly regions: readonly IntegratedRegion[];
  /** Effective half-life of what lies outside all regions, after the last scan. Left out: physical decay, the most it can be. */
  readonly remainderHalfLife?: Second;
}

/**
 * The time-integrated activity concentration of every voxel (rules T8 and T9): the pattern is the sum of the time points, each times its weight in
 * seconds; in each region it is scaled so that the voxels of the region add up to the integral of the region's own curve. Outside all regions the
 * weights stand alone. A region with `voxelIntegrals` has them for its pattern.
 *
 * Where regions overlap, the one of higher priority is scaled first, and the rest of the other takes what is then left of its integral; when nothing
 * is left, that rest is scaled as if there were no overlap. A region without any pattern gets its integral evenly.
 *
 * Throws GW_GEOMETRY when the volumes, times and masks do not belong together.
 */
export function timeIntegratedMap(input: TimeIntegrationInput): Volume<'Bq s/mL'> {
  const geometry = commonGeometry(input.concentrations, input.afterAdministration);
  const owner = owners(input.regions, geometry);
  const map = new Float32Array(owner.length);
  const remainder = pattern(input, input.remainderHalfLife ?? input.physicalHalfLife);
  for (let index = 0; index < map.length; index++) if (owner[index] === 0) map[index] = remainder(index);
  const millilitres = voxelVolume(geometry);
  for (let rank = input.regions.length; rank > 0; rank--) {
    const region = input.regions[rank - 1];
    if (region) scaleIntoMap(map, region, patternOf(region, input), owner, rank, millilitres);
  }
  return { geometry, unit: 'Bq s/mL', data: map };
}

/** Bq s/mL of a voxel from the weights alone, by its index. */
type Pattern = (index: number) => number;

function pattern({ concentrations, afterAdministration }: TimeIntegrationInput, tail: Second): Pattern {
  const weights = timePointWeights(afterAdministration, tail);
  const voxels = concentrations.map(({ data }) => data);
  return index => {
    let sum = 0;
    for (let point = 0; point < weights.length; point++) sum += (weights[point] ?? 0) * (voxels[point]?.[index] ?? 0);
    return sum;
  };
}

function patternOf({ voxelIntegrals, effectiveHalfLife }: IntegratedRegion, input: TimeIntegrationInput): Pattern {
  return voxelIntegrals ? index => voxelIntegrals[index] ?? 0 : pattern(input, effectiveHalfLife ?? input.physicalHalfLife);
}

function scaleIntoMap(
  map: Float32Array,
  region: IntegratedRegion,
  own: Pattern,
  owner: Uint16Array,
  rank: number,
  millilitres: number,
): void {
  const { mask } = region;
  let [exclusive, whole, assigned, voxels] = [0, 0, 0, 0];
  for (let index = 0; index < mask.length; index++) {
    if (mask[index] !== 1) continue;
    const value = own(index);
    whole += value;
    if (owner[index] !== rank) assigned += map[index] ?? 0;
    else {
      exclusive += value;
      voxels += 1;
    }
  }
  const total = region.timeIntegratedActivity / millilitres;
  const left = total - assigned;
  const factor = left > 0 ? left / exclusive : total / whole;
  const even = Math.max(0, left) / voxels;
  for (let index = 0; index < mask.length; index++)
    if (mask[index] === 1 && owner[index] === rank) map[index] = exclusive > 0 ? factor * own(index) : even;
}

/** For each voxel the rank (from 1) of the region it belongs to, 0 outside all. */
function owners(regions: readonly IntegratedRegion[], geometry: VolumeGeometry): Uint16Array {
  const owner = new Uint16Array(geometry.size[0] * geometry.size[1] * geometry.size[2]);
  regions.forEach(({ mask }, position) => {
    if (mask.length !== owner.length) throw new GraywiseError('GW_GEOMETRY', { where: 'the regions', found: 'a mask of another grid' });
    for (let index = 0; index < mask.length; index++) if (mask[index] === 1) owner[index] = position + 1;
  });
  return owner;
}
