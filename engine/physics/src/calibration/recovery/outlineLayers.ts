import type { RecoveryCells } from './recoveryCells.js';

/** Voxels that change hands when the outline of a region moves by one voxel (rule C16). */
export interface OutlineLayer {
  /** Position of the region among the cells. */
  readonly region: number;
  /** `outside`: what it takes when it moves outwards; `inside`: what it leaves when it moves inwards. */
  readonly side: 'outside' | 'inside';
  /** Voxels that pass between the region's cell and others. */
  readonly voxels: Int32Array;
  /** For each of them the other cell; -1 for none. */
  readonly from: Int16Array;
  /** Voxels of a region of higher priority that come into the mask or leave it: cell and number of voxels. */
  readonly covered: ReadonlyMap<number, number>;
  /** Of the layer over the region's: the relative change of its volume. */
  readonly relativeVolume: number;
}

/**
 * The layers on either side of the outline of a mask: its outermost voxels, and their neighbours outside. Voxels of regions of higher priority stay in their
 * cells.
 */
export function outlineLayers(cells: RecoveryCells, mask: Uint8Array, region: number, regionCount: number): [OutlineLayer, OutlineLayer] {
  const { labels, geometry } = cells;
  const [nx, ny, nz] = geometry.size;
  const outside = new LayerVoxels(cells, region, regionCount);
  const inside = new LayerVoxels(cells, region, regionCount);
  const seen = new Uint8Array(mask.length);
  const neighbours = [1, -1, nx, -nx, nx * ny, -nx * ny];
  let volume = 0;
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    volume++;
    const [i, j, k] = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))];
    const within = [i + 1 < nx, i > 0, j + 1 < ny, j > 0, k + 1 < nz, k > 0];
    let first = -1;
    for (let side = 0; side < neighbours.length; side++) {
      const beside = at + (neighbours[side] ?? 0);
      if (within[side] !== true || mask[beside] === 1) continue;
      if (first < 0) first = beside;
      if (seen[beside] === 1) continue;
      seen[beside] = 1;
      outside.take(beside, (labels[beside] ?? 0) - 1);
    }
    if (first >= 0) inside.take(at, (labels[first] ?? 0) - 1);
  }
  return [outside.layer('outside', volume), inside.layer('inside', volume)];
}

/** Gathers the voxels of one layer. */
class LayerVoxels {
  private readonly voxels: number[] = [];
  private readonly from: number[] = [];
  private readonly covered = new Map<number, number>();
  private readonly cells: RecoveryCells;
  private readonly region: number;
  private readonly regionCount: number;

  constructor(cells: RecoveryCells, region: number, regionCount: number) {
    [this.cells, this.region, this.regionCount] = [cells, region, regionCount];
  }

  take(at: number, other: number): void {
    const owner = (this.cells.labels[at] ?? 0) - 1;
    const keeps = (cell: number): boolean => cell > this.region && cell < this.regionCount;
    if (keeps(owner)) this.covered.set(owner, (this.covered.get(owner) ?? 0) + 1);
    else {
      this.voxels.push(at);
      this.from.push(other < this.cells.cells.length && !keeps(other) ? other : -1);
    }
  }

  layer(side: OutlineLayer['side'], volume: number): OutlineLayer {
    const covering = [...this.covered.values()].reduce((sum, count) => sum + count, 0);
    return {
      region: this.region,
      side,
      voxels: Int32Array.from(this.voxels),
      from: Int16Array.from(this.from),
      covered: this.covered,
      relativeVolume: volume === 0 ? 0 : (this.voxels.length + covering) / volume,
    };
  }
}
