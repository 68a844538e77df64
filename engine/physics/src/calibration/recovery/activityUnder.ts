import { voxelVolume } from '../../volume/voxelVolume.js';
import { overlapChange } from './overlapChange.js';
import { overlapWith } from './overlapWith.js';
import type { ShownInCells } from './recoveredActivity.js';
import type { RecoveryModel } from './recoveryModel.js';
import { solveSymmetric } from './solveSymmetric.js';

/** Another resolution and other outlines than those taken for true. */
export interface RecoveryChange {
  /** Added to the resolution, mm. */
  readonly fwhmMm: number;
  /** Relative change of the volume of a region by its outline, by the name of the region. */
  readonly outlines: ReadonlyMap<string, number>;
}

/**
 * The corrected activity (Bq) of a target in one scan if the resolution and the outlines were others: the system of rule C15 set up and solved anew, for a
 * Monte Carlo check of what rule C16 propagates to first order. Null when the system cannot be solved.
 */
export function activityUnder(model: RecoveryModel, shown: ShownInCells, target: Uint8Array): (change: RecoveryChange) => number | null {
  const { at, wider, widerByMm } = model.transferOf(shown.interpolatedFromMm);
  const { size } = at;
  const used = model.cells.cells.flatMap(({ weight }, cell) => (weight > 0 ? [cell] : []));
  const overlap = overlapWith(model, target);
  const millilitres = voxelVolume(model.cells.geometry);
  return ({ fwhmMm, outlines }) => {
    const step = fwhmMm / widerByMm;
    const matrix = at.matrix.map((value, index) => value + step * ((wider.matrix[index] ?? 0) - value));
    const sums = shown.own.map((value, cell) => value + step * ((shown.ownWider[cell] ?? 0) - value));
    const voxels = [...overlap];
    const add = (row: number, column: number, value: number): void => {
      matrix[row * size + column] = (matrix[row * size + column] ?? 0) + value;
    };
    model.layers.forEach((layer, position) => {
      const relative = outlines.get(model.regions[layer.region]?.name ?? '') ?? 0;
      // A mask that grows takes from the layer outside, one that shrinks leaves the layer inside.
      if (relative === 0 || layer.relativeVolume === 0 || relative > 0 !== (layer.side === 'outside')) return;
      const by = relative / layer.relativeVolume;
      const moved = (cell: number, sign: number, row: ArrayLike<number>, seen: number): void => {
        sums[cell] = (sums[cell] ?? 0) + by * sign * seen;
        for (let other = 0; other < size; other++) {
          add(cell, other, by * sign * (row[other] ?? 0));
          add(other, cell, by * sign * (row[other] ?? 0));
        }
      };
      moved(layer.region, 1, at.gains[position] ?? [], shown.sums.gains[position] ?? 0);
      for (const [loser, row] of at.losses[position] ?? []) moved(loser, -1, row, shown.sums.losses[position]?.get(loser) ?? 0);
      const second = model.secondOrder(position, shown.interpolatedFromMm);
      second.cells.forEach((row, i) =>
        second.cells.forEach((column, j) =>
          add(row, column, by * by * (second.signs[i] ?? 0) * (second.signs[j] ?? 0) * (second.overlaps[i * second.cells.length + j] ?? 0)),
        ),
      );
      overlapChange(layer, overlap).forEach((count, cell) => (voxels[cell] = (voxels[cell] ?? 0) + by * count));
    });
    const reduced = used.flatMap(row => used.map(column => matrix[row * size + column] ?? 0));
    const [values] = solveSymmetric(reduced, used.length, [used.map(cell => sums[cell] ?? 0)]) ?? [];
    if (!values) return null;
    return millilitres * used.reduce((sum, cell, index) => sum + (voxels[cell] ?? 0) * (values[index] ?? 0), 0);
  };
}
