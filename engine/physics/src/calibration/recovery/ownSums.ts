import type { Volume } from '../../volume/volumeGeometry.js';
import type { CellSums } from './cellSums.js';
import type { TransferMatrix } from './transferMatrix.js';

/** What the image shows in each cell, less what spills into it from farther out. */
export function ownSums({ sums }: CellSums, { data }: Volume<'Bq/mL'>, { farther }: TransferMatrix): number[] {
  return farther.map(({ voxels, shares }, cell) => {
    let spill = 0;
    for (let entry = 0; entry < voxels.length; entry++) spill += (shares[entry] ?? 0) * (data[voxels[entry] ?? 0] ?? 0);
    return (sums[cell] ?? 0) - spill;
  });
}
