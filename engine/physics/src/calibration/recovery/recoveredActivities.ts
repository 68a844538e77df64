import type { Volume } from '../../volume/volumeGeometry.js';
import { voxelVolume } from '../../volume/voxelVolume.js';
import { cellSums, type CellSums } from './cellSums.js';
import { overlapChange } from './overlapChange.js';
import { overlapWith, type RecoveryModel, type Transfers } from './recoveryModel.js';
import { solveSymmetric } from './solveSymmetric.js';
import type { TransferMatrix } from './transferMatrix.js';

/** A region of which less than this share stays in its own outline is not corrected: suggested, the centre must confirm. */
export const LEAST_SELF_RECOVERY = 0.25;

/** A region, or the union of several, whose activity is asked for. */
export interface RecoveryTarget {
  readonly name: string;
  readonly mask: Uint8Array;
}

/** The activity of a region in one scan, corrected for partial volume. Bq, at the instant that the concentrations stand for. */
export interface RecoveredActivity {
  readonly name: string;
  readonly activity: number;
  /** What the image shows inside the outline. */
  readonly measured: number;
  /** Share of the region's own activity that stays in its outline. */
  readonly selfRecovery: number;
  /** False where too little stays to be corrected: `activity` is `measured` then. */
  readonly corrected: boolean;
  /** Bq per mm of the resolution. */
  readonly byFwhm: number;
  /** Bq for a relative change of one of the volume of a region by its outline, by the name of the region: its own first of all. */
  readonly byOutline: ReadonlyMap<string, number>;
  /** Sum of q^2 A over voxels, q the weight of a voxel in `activity`: times Bq per count it is the variance by counting. */
  readonly countVariance: number;
  /** Root mean square change per mm that the scan lies off, Bq/mm; 0 where it was not asked for. */
  readonly perMillimetre: number;
}

/** The activities of one scan. */
export interface RecoveredScan {
  readonly regions: readonly RecoveredActivity[];
  /** Activity (Bq) of the cells that are no region, by the position of the cell. */
  readonly background: ReadonlyMap<number, number>;
  /** What the correction started from, for `activityUnder`. */
  readonly shown: ShownInCells;
}

/** What an image shows in the cells, with what spills from farther out taken off at the resolution and at the wider one. */
export interface ShownInCells {
  readonly sums: CellSums;
  readonly own: readonly number[];
  readonly ownWider: readonly number[];
  readonly interpolatedFromMm: readonly [number, number, number] | null;
}

interface Options {
  readonly interpolatedFromMm: readonly [number, number, number] | null;
  readonly withShifts: boolean;
}

/**
 * Corrects the activities of one scan for partial volume: what the image shows in each cell is the sum of what the resolution makes of the true activities of
 * all cells (rule C15), solved for them. With the derivatives by the resolution and by every outline (rule C16).
 */
export function recoveredActivities(
  model: RecoveryModel,
  image: Volume<'Bq/mL'>,
  targets: readonly RecoveryTarget[],
  { interpolatedFromMm, withShifts }: Options,
): RecoveredScan {
  const sums = cellSums(model.cells, model.layers, image, withShifts);
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
    const activity = dot(overlap, solution.values);
    const byOutline = new Map<string, number>();
    model.layers.forEach((layer, position) => {
      const change = changeByLayer({ model, sums, transfer: transfers.at, values: solution.values, weights, overlap }, position);
      const relative = layer.relativeVolume === 0 ? 0 : change / layer.relativeVolume;
      if (Math.abs(relative) > 1e-4 * Math.abs(activity)) byOutline.set(model.regions[position]?.name ?? '', relative * millilitres);
    });
    return {
      name: target.name,
      activity: activity * millilitres,
      measured,
      selfRecovery,
      corrected,
      byFwhm: ((dot(overlap, solution.wider) - activity) / transfers.widerByMm) * millilitres,
      byOutline,
      countVariance: millilitres * weights.reduce((sum, weight, cell) => sum + weight * weight * (sums.squares[cell] ?? 0), 0),
      perMillimetre: millilitres * shiftOf(sums, weights, image.geometry.spacingMm),
    };
  });
  return { regions, background: backgroundOf(model, solution?.values ?? null, millilitres), shown };
}

function uncorrected(name: string, measured: number, selfRecovery: number): RecoveredActivity {
  return { name, activity: measured, measured, selfRecovery, corrected: false, byFwhm: 0, byOutline: new Map(), countVariance: 0, perMillimetre: 0 };
}

interface Solution {
  /** Activity per voxel of each cell (times its profile), Bq/mL. */
  readonly values: readonly number[];
  /** The same for the wider resolution. */
  readonly wider: readonly number[];
  /** For each target the weight of what the image shows in each cell. */
  readonly weights: readonly (readonly number[])[];
}

/** Cells without voxels are left out of the system. */
function usedCells({ cells }: RecoveryModel, { matrix, size }: TransferMatrix): boolean[] {
  return cells.cells.map(({ weight }, cell) => weight > 0 && (matrix[cell * size + cell] ?? 0) > 0);
}

/** What the image shows in each cell, less what spills into it from farther out. */
function ownSums({ sums }: CellSums, { data }: Volume<'Bq/mL'>, { farther }: TransferMatrix): number[] {
  return farther.map(({ voxels, shares }, cell) => {
    let spill = 0;
    for (let entry = 0; entry < voxels.length; entry++) spill += (shares[entry] ?? 0) * (data[voxels[entry] ?? 0] ?? 0);
    return (sums[cell] ?? 0) - spill;
  });
}

function solveCells({ at, wider }: Transfers, { own, ownWider }: ShownInCells, used: readonly boolean[], overlaps: readonly number[][]): Solution | null {
  const positions = used.flatMap((yes, cell) => (yes ? [cell] : []));
  const pick = (values: ArrayLike<number>): number[] => positions.map(cell => values[cell] ?? 0);
  const spread = (values: readonly number[]): number[] => {
    const all = new Array<number>(used.length).fill(0);
    positions.forEach((cell, index) => (all[cell] = values[index] ?? 0));
    return all;
  };
  const reduced = ({ matrix, size }: TransferMatrix): number[] =>
    positions.flatMap(row => positions.map(column => matrix[row * size + column] ?? 0));
  const solved = solveSymmetric(reduced(at), positions.length, [pick(own), ...overlaps.map(pick)]);
  const solvedWider = solveSymmetric(reduced(wider), positions.length, [pick(ownWider)]);
  const [values, ...weights] = solved ?? [];
  if (!values || !solvedWider?.[0]) return null;
  return { values: spread(values), wider: spread(solvedWider[0]), weights: weights.map(spread) };
}

interface LayerContext {
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
function changeByLayer({ model, sums, transfer, values, weights, overlap }: LayerContext, position: number): number {
  const layer = model.layers[position];
  const gain = transfer.gains[position];
  if (!layer || !gain) return 0;
  const value = (cell: number): number => values[cell] ?? 0;
  const weight = (cell: number): number => weights[cell] ?? 0;
  let change = dot(overlapChange(layer, overlap), values);
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

function selfRecoveryOf({ matrix, size }: TransferMatrix, { cells }: RecoveryModel, cell: number): number {
  const weight = cells.cells[cell]?.weight ?? 0;
  return weight === 0 ? 0 : (matrix[cell * size + cell] ?? 0) / weight;
}

function sumInside(data: Float32Array, mask: Uint8Array): number {
  let sum = 0;
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) sum += data[at] ?? 0;
  return sum;
}

function shiftOf({ sums, shifted }: CellSums, weights: readonly number[], spacingMm: readonly [number, number, number]): number {
  if (shifted.length === 0) return 0;
  const squares = shifted.map((moved, side) => ((dot(weights, moved) - dot(weights, sums)) / (spacingMm[side >> 1] ?? 1)) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / 6);
}

function backgroundOf({ cells }: RecoveryModel, values: readonly number[] | null, millilitres: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  cells.cells.forEach(({ kind, weight }, cell) => {
    if (kind === 'surroundings' && weight > 0 && values) found.set(cell, (values[cell] ?? 0) * weight * millilitres);
  });
  return found;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
