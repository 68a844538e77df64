import { blurredMask, type Box } from './blurredMask.js';
import { forEachVoxel } from './forEachVoxel.js';
import type { OutlineLayer } from './outlineLayers.js';
import { FARTHER, type RecoveryCells } from './recoveryCells.js';

/** What spills less than this of a voxel into a cell is left out. */
const LEAST_SHARE = 1e-5;

type Kernels = readonly [Float64Array, Float64Array, Float64Array];

/** What images of a given resolution make of cells. All numbers in voxels. */
export interface TransferMatrix {
  readonly size: number;
  /** Row by row: what the image shows in cell j, weighted with its profile, of an activity 1 per voxel (times profile) in cell k. Symmetric. */
  readonly matrix: Float64Array;
  /** For each cell what a voxel of 1 in the tissue farther out adds to what the image shows in the cell: voxels of the grid, and how much. */
  readonly farther: readonly { readonly voxels: Int32Array; readonly shares: Float32Array }[];
  /** For each layer of an outline: what the image of cell k shows in it. */
  readonly gains: readonly Float64Array[];
  /** For each layer: the same, weighted with the profile of the cell that loses the voxels, by that cell. */
  readonly losses: readonly ReadonlyMap<number, Float64Array>[];
}

/**
 * The geometric transfer matrix of Rousset et al. 1998 (J. Nucl. Med. 39:904), for cells: overlaps of each with the image of each (rule C15), and the same
 * for the layers about the outlines. One blur per cell, in its own box.
 */
export function transferMatrix(cells: RecoveryCells, layers: readonly OutlineLayer[], kernels: Kernels): TransferMatrix {
  const size = cells.cells.length;
  const matrix = new Float64Array(size * size);
  const gains = layers.map(() => new Float64Array(size));
  const losses = layers.map(() => new Map<number, Float64Array>());
  const farther = cells.cells.map(() => ({ voxels: new Int32Array(0), shares: new Float32Array(0) }));
  cells.cells.forEach(({ box, weight }, cell) => {
    if (weight === 0) return;
    const wide = reached(box, cells.geometry.size, kernels);
    const image = imageOfCell(cells, cell, wide, kernels);
    const voxels: number[] = [];
    const shares: number[] = [];
    forEachVoxel(wide, cells.geometry, (at, inBox) => {
      const other = (cells.labels[at] ?? 0) - 1;
      // By symmetry half of the matrix is enough.
      if (other < cell) return;
      if (other === FARTHER - 1) {
        if (Math.abs(image[inBox] ?? 0) < LEAST_SHARE) return;
        voxels.push(at);
        shares.push(image[inBox] ?? 0);
        return;
      }
      matrix[other * size + cell] = (matrix[other * size + cell] ?? 0) + (cells.profile[at] ?? 0) * (image[inBox] ?? 0);
    });
    farther[cell] = { voxels: Int32Array.from(voxels), shares: Float32Array.from(shares) };
    layers.forEach((layer, index) => addLayer(layer, cells, cell, wide, image, gains[index], losses[index]));
  });
  for (let row = 0; row < size; row++)
    for (let column = row + 1; column < size; column++) matrix[row * size + column] = matrix[column * size + row] ?? 0;
  return { size, matrix, farther, gains, losses };
}

function imageOfCell({ labels, profile, geometry }: RecoveryCells, cell: number, wide: Box, kernels: Kernels): Float32Array {
  const data = new Float32Array(wide.size[0] * wide.size[1] * wide.size[2]);
  forEachVoxel(wide, geometry, (at, inBox) => {
    if (labels[at] === cell + 1) data[inBox] = profile[at] ?? 0;
  });
  return blurredMask(data, wide.size, kernels);
}

function addLayer(
  { voxels, from }: OutlineLayer,
  { density, geometry, cells }: RecoveryCells,
  cell: number,
  { low, size }: Box,
  image: Float32Array,
  gain: Float64Array | undefined,
  loss: Map<number, Float64Array> | undefined,
): void {
  const [nx, ny] = geometry.size;
  for (let entry = 0; entry < voxels.length; entry++) {
    const at = voxels[entry] ?? 0;
    const [i, j, k] = [(at % nx) - low[0], (Math.floor(at / nx) % ny) - low[1], Math.floor(at / (nx * ny)) - low[2]];
    if (i < 0 || j < 0 || k < 0 || i >= size[0] || j >= size[1] || k >= size[2]) continue;
    const value = image[i + size[0] * (j + size[1] * k)] ?? 0;
    if (gain) gain[cell] = (gain[cell] ?? 0) + value;
    const loser = from[entry] ?? -1;
    if (loser < 0 || !loss) continue;
    let row = loss.get(loser);
    if (!row) loss.set(loser, (row = new Float64Array(cells.length)));
    row[cell] = (row[cell] ?? 0) + value * (cells[loser]?.kind === 'region' ? 1 : (density[at] ?? 0));
  }
}

function reached({ low, size }: Box, grid: readonly [number, number, number], kernels: Kernels): Box {
  const reach = ([0, 1, 2] as const).map(axis => (kernels[axis].length - 1) / 2);
  const first = ([0, 1, 2] as const).map(axis => Math.max(0, low[axis] - (reach[axis] ?? 0)));
  const last = ([0, 1, 2] as const).map(axis => Math.min(grid[axis] - 1, low[axis] + size[axis] - 1 + (reach[axis] ?? 0)));
  const [a = 0, b = 0, c = 0] = first;
  const [x = 0, y = 0, z = 0] = last;
  return { low: [a, b, c], size: [x - a + 1, y - b + 1, z - c + 1] };
}
