import type { ShownInCells } from './recoveredActivity.js';
import type { Transfers } from './recoveryModel.js';
import { solveSymmetric } from './solveSymmetric.js';
import type { TransferMatrix } from './transferMatrix.js';

/** The activities of all cells in one scan. */
export interface CellSolution {
  /** Activity per voxel of each cell (times its profile), Bq/mL. */
  readonly values: readonly number[];
  /** The same for the wider resolution. */
  readonly wider: readonly number[];
  /** For each target the weight of what the image shows in each cell. */
  readonly weights: readonly (readonly number[])[];
}

/** Solves the system of a scan (rule C15) for the cells that have voxels. Null when some cells cannot be told apart. */
export function solveCells(
  { at, wider }: Transfers,
  { own, ownWider }: ShownInCells,
  used: readonly boolean[],
  overlaps: readonly number[][],
): CellSolution | null {
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
