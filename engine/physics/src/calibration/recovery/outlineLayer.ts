import type { RecoveryCells } from './recoveryCells.js';

/** Voxels that change hands when the outline of a region moves outwards, half of each (rule C16). */
export interface OutlineLayer {
  /** Position of the region among the cells. */
  readonly region: number;
  /** Voxels that pass to the region's cell. */
  readonly voxels: Int32Array;
  /** For each of them the cell that loses it; -1 for none. */
  readonly from: Int16Array;
  /** Voxels of a region of higher priority that come into the mask: cell and number of voxels, in halves. */
  readonly covered: ReadonlyMap<number, number>;
  /** Of the layer over the region's: the relative change of its volume. */
  readonly relativeVolume: number;
}

/**
 * The layer between the outermost voxels of a mask and their neighbours outside: the change of the mask when its outline moves outwards by one voxel, taken
 * half from either side, so that it lies about the outline itself. `higher(cell)` tells whether a cell keeps its voxels against this region.
 */
export function outlineLayer({ labels, geometry, cells }: RecoveryCells, mask: Uint8Array, region: number, regionCount: number): OutlineLayer {
  const [nx, ny, nz] = geometry.size;
  const voxels: number[] = [];
  const from: number[] = [];
  const covered = new Map<number, number>();
  const seen = new Uint8Array(mask.length);
  const keeps = (cell: number): boolean => cell > region && cell < regionCount;
  const take = (at: number, loser: number): void => {
    const owner = (labels[at] ?? 0) - 1;
    const keeper = keeps(owner) ? owner : keeps(loser) ? loser : -1;
    if (keeper >= 0) covered.set(keeper, (covered.get(keeper) ?? 0) + 0.5);
    else {
      voxels.push(at);
      from.push(loser < cells.length ? loser : -1);
    }
  };
  let inside = 0;
  const neighbours = [1, -1, nx, -nx, nx * ny, -nx * ny];
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    inside++;
    const [i, j, k] = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))];
    const within = [i + 1 < nx, i > 0, j + 1 < ny, j > 0, k + 1 < nz, k > 0];
    let first = -1;
    neighbours.forEach((step, side) => {
      const beside = at + step;
      if (!(within[side] ?? false) || mask[beside] === 1) return;
      if (first < 0) first = beside;
      if (seen[beside] === 1) return;
      seen[beside] = 1;
      take(beside, (labels[beside] ?? 0) - 1);
    });
    if (first >= 0) take(at, (labels[first] ?? 0) - 1);
  }
  const covering = [...covered.values()].reduce((sum, count) => sum + count, 0);
  return {
    region,
    voxels: Int32Array.from(voxels),
    from: Int16Array.from(from),
    covered,
    relativeVolume: inside === 0 ? 0 : (voxels.length / 2 + covering) / inside,
  };
}
