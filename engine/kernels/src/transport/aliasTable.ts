/** A discrete distribution over voxels from which one uniform number draws in one step. Entries are `SourceEntry` of c/transport/source.h. */
export interface AliasTable {
  readonly entries: Uint8Array;
  readonly count: number;
}

const ENTRY_BYTES = 32;

/**
 * The alias table of weights by voxel (any unit, none negative). Voxel v is drawn with probability weights[v] importance[v] / sum, and its histories weigh as much less
 * as it is drawn more often than by its weight alone. Voxels of weight zero are left out.
 *
 * Source: M. D. Vose, IEEE Trans. Softw. Eng. 17 (1991) 972. The table depends on its arguments alone: the stacks are filled in order of voxels.
 */
export function aliasTable(weights: ArrayLike<number>, importance: ArrayLike<number> | null = null): AliasTable {
  const voxels = voxelsWithWeight(weights);
  const count = voxels.length;
  let [weightSum, drawnSum] = [0, 0];
  const share = new Float64Array(count);
  for (let entry = 0; entry < count; entry++) {
    const voxel = voxels[entry] ?? 0;
    const weight = weights[voxel] ?? 0;
    share[entry] = weight * (importance?.[voxel] ?? 1);
    weightSum += weight;
    drawnSum += share[entry] ?? 0;
  }
  for (let entry = 0; entry < count; entry++) share[entry] = ((share[entry] ?? 0) / drawnSum) * count;
  const entries = new Uint8Array(count * ENTRY_BYTES);
  const [numbers, places] = [new Float64Array(entries.buffer), new Int32Array(entries.buffer)];
  const mean = drawnSum / weightSum;
  const weightOf = (voxel: number): number => (importance ? mean / (importance[voxel] ?? NaN) : 1);
  const write = (entry: number, probability: number, alias: number): void => {
    const own = voxels[entry] ?? 0;
    const other = voxels[alias] ?? 0;
    numbers[entry * 4] = probability;
    numbers[entry * 4 + 1] = weightOf(own);
    numbers[entry * 4 + 2] = weightOf(other);
    places[entry * 8 + 6] = own;
    places[entry * 8 + 7] = other;
  };
  const [small, large] = [new Int32Array(count), new Int32Array(count)];
  let [smalls, larges] = [0, 0];
  share.forEach((value, entry) => {
    if (value < 1) small[smalls++] = entry;
    else large[larges++] = entry;
  });
  while (smalls > 0 && larges > 0) {
    const low = small[--smalls] ?? 0;
    const high = large[larges - 1] ?? 0;
    const probability = share[low] ?? 1;
    write(low, probability, high);
    const left = (share[high] ?? 1) - (1 - probability);
    share[high] = left;
    if (left < 1) {
      larges -= 1;
      small[smalls++] = high;
    }
  }
  // What is left on either stack differs from one by rounding only.
  for (const entry of [...small.subarray(0, smalls), ...large.subarray(0, larges)]) write(entry, 1, entry);
  return { entries, count };
}

function voxelsWithWeight(weights: ArrayLike<number>): Int32Array {
  let count = 0;
  for (let voxel = 0; voxel < weights.length; voxel++) if ((weights[voxel] ?? 0) > 0) count += 1;
  const voxels = new Int32Array(count);
  for (let voxel = 0, entry = 0; voxel < weights.length; voxel++) if ((weights[voxel] ?? 0) > 0) voxels[entry++] = voxel;
  return voxels;
}
