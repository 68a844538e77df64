import type { RecoveryModel } from './recoveryModel.js';

/** Voxels of a mask in each cell of a region. */
export function overlapWith({ cells, regions }: Pick<RecoveryModel, 'cells' | 'regions'>, mask: Uint8Array): number[] {
  const overlap = new Array<number>(cells.cells.length).fill(0);
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const cell = (cells.labels[at] ?? 0) - 1;
    if (cell >= 0 && cell < regions.length) overlap[cell] = (overlap[cell] ?? 0) + 1;
  }
  return overlap;
}
