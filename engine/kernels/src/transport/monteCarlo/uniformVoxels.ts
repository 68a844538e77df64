import type { TransportGrid } from '../transportGrid.js';
import { slidingRange } from './slidingRange.js';

/** Soft tissue, g/mL. */
const [LIGHTEST, HEAVIEST] = [0.9, 1.15];
/** The share of energy that leaves a voxel goes as one over density, so this changes a voxel's dose by a fraction of it. */
const TOLERANCE = 0.05;

/**
 * Which voxels (1, others 0) have nothing but soft tissue of their own density, to 5 %, within `reach` voxels along every axis: there electrons spread as in
 * an unbounded medium. Voxels at the edge of the grid are none, for beyond it is vacuum.
 */
export function uniformVoxels({ size, densityGPerMl }: TransportGrid, reach: readonly [number, number, number]): Uint8Array {
  const { least, most } = slidingRange(densityGPerMl, size, reach);
  const [nx, ny, nz] = size;
  const uniform = new Uint8Array(densityGPerMl.length);
  for (let k = reach[2], last = nz - reach[2]; k < last; k++)
    for (let j = reach[1], lastRow = ny - reach[1]; j < lastRow; j++)
      for (let i = reach[0], lastVoxel = nx - reach[0]; i < lastVoxel; i++) {
        const voxel = i + nx * (j + ny * k);
        const density = densityGPerMl[voxel] ?? 0;
        const close = (least[voxel] ?? 0) > density * (1 - TOLERANCE) && (most[voxel] ?? Infinity) < density * (1 + TOLERANCE);
        uniform[voxel] = density > LIGHTEST && density < HEAVIEST && close ? 1 : 0;
      }
  return uniform;
}
