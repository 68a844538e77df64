import type { Volume } from '../../volume/volumeGeometry.js';
import { voxelVolume } from '../../volume/voxelVolume.js';
import { cellSums } from './cellSums.js';
import { changeByLayer } from './changeByLayer.js';
import { dotProduct } from './dotProduct.js';
import { overlapWith } from './overlapWith.js';
import { ownSums } from './ownSums.js';
import {
  LEAST_SELF_RECOVERY,
  type RecoveredActivity,
  type RecoveredScan,
  type RecoveryTarget,
  type ShownInCells,
} from './recoveredActivity.js';
import type { RecoveryModel } from './recoveryModel.js';
import { NO_SHIFT, shiftEffect } from './shiftEffect.js';
import { solveCells } from './solveCells.js';
import type { TransferMatrix } from './transferMatrix.js';

interface Options {
  readonly interpolatedFromMm: readonly [number, number, number] | null;
}

/**
 * Corrects the activities of one scan for partial volume: what the image shows in each cell is the sum of what the resolution makes of the true activities of
 * all cells (rule C15), solved for them. With the derivatives by the resolution and by every outline (rule C16).
 */
export function recoveredActivities(
  model: RecoveryModel,
  image: Volume<'Bq/mL'>,
  targets: readonly RecoveryTarget[],
  { interpolatedFromMm }: Options,
): RecoveredScan {
  const sums = cellSums(model.cells, model.layers, image);
  const transfers = model.transferOf(interpolatedFromMm);
  const millilitres = voxelVolume(image.geometry);
  const used = usedCells(model, transfers.at);
  const overlaps = targets.map(({ mask }) => overlapWith(model, mask));
  const [own, ownWider] = [ownSums(sums, image, transfers.at), ownSums(sums, image, transfers.wider)];
  const shown: ShownInCells = { sums, own, ownWider, interpolatedFromMm };
  const solution = solveCells(transfers, shown, used, overlaps);
  const regions = targets.map((target, index): RecoveredActivity => {
    const overlap = overlaps[index] ?? [];
    const held = overlap.flatMap((count, cell) => (count > 0 ? [cell] : []));
    const selfRecovery = Math.min(1, ...held.map(cell => selfRecoveryOf(transfers.at, model, cell)));
    const measured = millilitres * sumInside(image.data, target.mask);
    const corrected = solution !== null && held.length > 0 && selfRecovery >= LEAST_SELF_RECOVERY && held.every(cell => used[cell]);
    if (!corrected) return { ...uncorrected(target.name, measured, selfRecovery) };
    const weights = solution.weights[index] ?? [];
    const activity = dotProduct(overlap, solution.values);
    const byOutline = new Map<string, number>();
    const context = { model, sums, transfer: transfers.at, values: solution.values, weights, overlap };
    model.regions.forEach(({ name }, position) => {
      // Outwards and inwards by a voxel: the slope at the outline lies between the two.
      const slopes = [2 * position, 2 * position + 1].map(layer => {
        const relative = model.layers[layer]?.relativeVolume ?? 0;
        return relative === 0 ? 0 : changeByLayer(context, layer) / relative;
      });
      const slope = slopes.reduce((sum, one) => sum + one, 0) / slopes.length;
      if (Math.abs(slope) > 1e-4 * Math.abs(activity)) byOutline.set(name, slope * millilitres);
    });
    return {
      name: target.name,
      activity: activity * millilitres,
      measured,
      selfRecovery,
      corrected,
      byFwhm: ((dotProduct(overlap, solution.wider) - activity) / transfers.widerByMm) * millilitres,
      byOutline,
      countVariance: millilitres * weights.reduce((sum, weight, cell) => sum + weight * weight * (sums.squares[cell] ?? 0), 0),
      shift: shiftEffect(sums, weights, image.geometry.spacingMm, millilitres),
    };
  });
  return { regions, background: backgroundOf(model, solution?.values ?? null, millilitres), shown };
}

function uncorrected(name: string, measured: number, selfRecovery: number): RecoveredActivity {
  return {
    name,
    activity: measured,
    measured,
    selfRecovery,
    corrected: false,
    byFwhm: 0,
    byOutline: new Map(),
    countVariance: 0,
    shift: NO_SHIFT,
  };
}

function selfRecoveryOf({ matrix, size }: TransferMatrix, { cells }: RecoveryModel, cell: number): number {
  const weight = cells.cells[cell]?.weight ?? 0;
  return weight === 0 ? 0 : (matrix[cell * size + cell] ?? 0) / weight;
}

function sumInside(data: Float32Array, mask: Uint8Array): number {
  let sum = 0;
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) sum += data[at] ?? 0;
  return sum;
}

function backgroundOf({ cells }: RecoveryModel, values: readonly number[] | null, millilitres: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  cells.cells.forEach(({ kind, weight }, cell) => {
    if (kind === 'surroundings' && weight > 0 && values) found.set(cell, (values[cell] ?? 0) * weight * millilitres);
  });
  return found;
}

/** Cells without voxels are left out of the system. */
function usedCells({ cells }: RecoveryModel, { matrix, size }: TransferMatrix): boolean[] {
  return cells.cells.map(({ weight }, cell) => weight > 0 && (matrix[cell * size + cell] ?? 0) > 0);
}
