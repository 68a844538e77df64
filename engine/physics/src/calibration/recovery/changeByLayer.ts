import type { CellSums } from './cellSums.js';
import { dotProduct } from './dotProduct.js';
import { overlapChange } from './overlapChange.js';
import type { RecoveryModel } from './recoveryModel.js';
import type { TransferMatrix } from './transferMatrix.js';

/** A solved system and the target that is asked for: values and weights of the cells, voxels of the target in each. */
export interface LayerContext {
  readonly model: RecoveryModel;
  readonly sums: CellSums;
  readonly transfer: TransferMatrix;
  readonly values: readonly number[];
  readonly weights: readonly number[];
  readonly overlap: readonly number[];
}

/**
 * How the activity of a target changes (Bq/mL times voxels) when one outline moves outwards by its layer. With the voxels of the layer D passing to the
 * region's cell from others, and c = B^-1 m, the change of the target a c is da c + s (dm - dB c), s = B^-1 a.
 */
export function changeByLayer({ model, sums, transfer, values, weights, overlap }: LayerContext, position: number): number {
  const layer = model.layers[position];
  const gain = transfer.gains[position];
  if (!layer || !gain) return 0;
  const value = (cell: number): number => values[cell] ?? 0;
  const weight = (cell: number): number => weights[cell] ?? 0;
  let change = dotProduct(overlapChange(layer, overlap), values);
  const moved = (rows: (cell: number) => number, shown: number, cell: number): number => {
    let modelled = 0;
    let back = 0;
    for (let k = 0; k < transfer.size; k++) {
      modelled += value(k) * rows(k);
      back += weight(k) * rows(k);
    }
    // the image against what the cells explain, where voxels change hands, and the blur of the activity that changes hands
    return weight(cell) * (shown - modelled) - value(cell) * back;
  };
  change += moved(k => gain[k] ?? 0, sums.gains[position] ?? 0, layer.region);
  for (const [loser, row] of transfer.losses[position] ?? [])
    change -= moved(k => row[k] ?? 0, sums.losses[position]?.get(loser) ?? 0, loser);
  return change;
}
