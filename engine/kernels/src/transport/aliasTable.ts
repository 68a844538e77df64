/** A discrete distribution over voxels from which one uniform number draws in one step. Entries have 16 bytes; see `SourceEntry` of c/transport/source.h. */
export interface AliasTable {
  readonly entries: Uint8Array;
  readonly count: number;
}

/**
 * The alias table of weights by voxel (any unit, none negative): voxel v is drawn with probability weights[v] / sum. Voxels of weight zero are left out.
 *
 * Source: M. D. Vose, IEEE Trans. Softw. Eng. 17 (1991) 972. The table depends on the weights alone: the stacks are filled in order of voxels.
 */
export function aliasTable(weights: ArrayLike<number>): AliasTable {
  const voxels: number[] = [];
  let sum = 0;
  for (let voxel = 0; voxel < weights.length; voxel++) {
    const weight = weights[voxel] ?? 0;
    if (weight > 0) {
      voxels.push(voxel);
      sum += weight;
    }
  }
  const count = voxels.length;
  const share = Float64Array.from(voxels, voxel => ((weights[voxel] ?? 0) / sum) * count);
  const entries = new Uint8Array(count * 16);
  const view = new DataView(entries.buffer);
  const write = (entry: number, probability: number, alias: number): void => {
    view.setFloat64(entry * 16, probability, true);
    view.setInt32(entry * 16 + 8, voxels[entry] ?? 0, true);
    view.setInt32(entry * 16 + 12, voxels[alias] ?? 0, true);
  };
  const [small, large]: [number[], number[]] = [[], []];
  share.forEach((value, entry) => (value < 1 ? small : large).push(entry));
  for (;;) {
    const [low, high] = [small.pop(), large.at(-1)];
    if (low === undefined || high === undefined) {
      // What is left on either stack differs from one by rounding only.
      if (low !== undefined) write(low, 1, low);
      break;
    }
    write(low, share[low] ?? 1, high);
    share[high] = (share[high] ?? 1) - (1 - (share[low] ?? 1));
    if ((share[high] ?? 1) < 1) small.push(large.pop() ?? high);
  }
  for (const entry of [...small, ...large]) write(entry, 1, entry);
  return { entries, count };
}
