import type { OutlineLayer } from './outlineLayers.js';

/**
 * How the voxels of a target in each cell change when an outline moves outwards by a layer (inwards: the same with the other sign): those that come into its mask, and those that another region
 * gives up inside it. `overlap`: voxels of the target in each cell.
 */
export function overlapChange({ region, voxels, from, covered }: OutlineLayer, overlap: readonly number[]): number[] {
  const change = overlap.map(() => 0);
  const add = (cell: number, count: number): void => {
    change[cell] = (change[cell] ?? 0) + count;
  };
  const inside = (cell: number): boolean => (overlap[cell] ?? 0) > 0;
  const own = inside(region);
  if (own) {
    add(region, voxels.length);
    for (const [cell, count] of covered) if (!inside(cell)) add(cell, count);
  }
  for (const cell of from) {
    if (!inside(cell)) continue;
    add(cell, -1);
    if (!own) add(region, 1);
  }
  return change;
}
