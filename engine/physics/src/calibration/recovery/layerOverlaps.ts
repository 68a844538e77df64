import { blurredMask } from './blurredMask.js';
import type { OutlineLayer } from './outlineLayers.js';
import { forEachVoxel } from './forEachVoxel.js';
import { grownBox } from './grownBox.js';
import type { RecoveryCells } from './recoveryCells.js';

/** A cell that gains (1) or loses (-1) the voxels of a layer, and its overlaps with the images of the other such cells. */
export interface LayerOverlaps {
  /** Gaining cell first. */
  readonly cells: readonly number[];
  readonly signs: readonly number[];
  /** Row by row over `cells`, in voxels. */
  readonly overlaps: readonly number[];
}

type Kernels = readonly [Float64Array, Float64Array, Float64Array];

/**
 * How the voxels of a layer blur into each other: the second order of what an outline that moves by more than its layer does to the transfer matrix, which
 * is exact then (a mask changes in proportion to the layer).
 */
export function layerOverlaps(cells: RecoveryCells, { region, voxels, from }: OutlineLayer, kernels: Kernels): LayerOverlaps {
  const losers = [...new Set(from)].filter(cell => cell >= 0).sort((a, b) => a - b);
  const parts = [region, ...losers];
  const own = cells.cells[region]?.box ?? { low: [0, 0, 0] as const, size: [1, 1, 1] as const };
  const reach = (kernels[0].length - 1) / 2;
  const box = grownBox(own, cells.geometry, (reach + 1) * Math.max(...cells.geometry.spacingMm));
  const [nx, ny] = cells.geometry.size;
  const inBox = (at: number): number => {
    const [i, j, k] = [(at % nx) - box.low[0], (Math.floor(at / nx) % ny) - box.low[1], Math.floor(at / (nx * ny)) - box.low[2]];
    return i + box.size[0] * (j + box.size[1] * k);
  };
  const data = parts.map(part => {
    const one = new Float32Array(box.size[0] * box.size[1] * box.size[2]);
    voxels.forEach((at, entry) => {
      const profile = cells.cells[part]?.kind === 'region' ? 1 : (cells.density[at] ?? 0);
      if (part === region || from[entry] === part) one[inBox(at)] = part === region ? 1 : profile;
    });
    return one;
  });
  const overlaps = data.flatMap(one => {
    const image = blurredMask(Float32Array.from(one), box.size, kernels);
    return data.map(other => {
      let sum = 0;
      forEachVoxel(box, cells.geometry, (_at, index) => (sum += (other[index] ?? 0) * (image[index] ?? 0)));
      return sum;
    });
  });
  return { cells: parts, signs: parts.map((_, index) => (index === 0 ? 1 : -1)), overlaps };
}
