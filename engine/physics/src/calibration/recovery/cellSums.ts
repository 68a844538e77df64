import { GraywiseError } from '../../errors/GraywiseError.js';
import { geometriesEqual } from '../../volume/geometriesEqual.js';
import type { Volume } from '../../volume/volumeGeometry.js';
import type { OutlineLayer } from './outlineLayers.js';
import type { RecoveryCells } from './recoveryCells.js';

/** What an image shows in cells and layers, Bq/mL summed over voxels, weighted as the transfer matrix is. */
export interface CellSums {
  readonly sums: Float64Array;
  /** Weighted with the square of the profile, for counting statistics. */
  readonly squares: Float64Array;
  /** `sums` of the image moved by one voxel to each of the six sides: -x, +x, -y, +y, -z, +z. */
  readonly shifted: readonly Float64Array[];
  readonly gains: readonly number[];
  readonly losses: readonly ReadonlyMap<number, number>[];
}

/** Throws GW_GEOMETRY when the image is not on the grid of the cells. */
export function cellSums(
  { labels, profile, density, cells, geometry }: RecoveryCells,
  layers: readonly OutlineLayer[],
  image: Volume<'Bq/mL'>,
): CellSums {
  if (!geometriesEqual(image.geometry, geometry))
    throw new GraywiseError('GW_GEOMETRY', { where: 'the activity image', found: 'another grid than that of the regions' });
  const [nx, ny] = geometry.size;
  const { data } = image;
  const zeros = (): Float64Array => new Float64Array(cells.length);
  const [sums, squares] = [zeros(), zeros()];
  const steps = [-1, 1, -nx, nx, -nx * ny, nx * ny];
  const shifted = steps.map(zeros);
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] ?? 0;
    const cell = label - 1;
    if (label === 0 || cell >= cells.length) continue;
    const weight = profile[at] ?? 0;
    const value = data[at] ?? 0;
    sums[cell] = (sums[cell] ?? 0) + weight * value;
    squares[cell] = (squares[cell] ?? 0) + weight * weight * value;
    for (let side = 0; side < steps.length; side++) {
      const target = shifted[side];
      if (target) target[cell] = (target[cell] ?? 0) + weight * (data[at + (steps[side] ?? 0)] ?? 0);
    }
  }
  const moved = layers.map(layer => layerSums(layer, density, cells, data));
  return { sums, squares, shifted, gains: moved.map(({ gain }) => gain), losses: moved.map(({ lost }) => lost) };
}

/** What the image shows in the layer of an outline, and of it by the cell that loses the voxels. */
function layerSums(
  { voxels, from }: OutlineLayer,
  density: Float32Array,
  cells: RecoveryCells['cells'],
  data: Float32Array,
): { gain: number; lost: Map<number, number> } {
  let gain = 0;
  const lost = new Map<number, number>();
  for (let entry = 0; entry < voxels.length; entry++) {
    const at = voxels[entry] ?? 0;
    const value = data[at] ?? 0;
    gain += value;
    const loser = from[entry] ?? -1;
    const weight = cells[loser]?.kind === 'region' ? 1 : (density[at] ?? 0);
    if (loser >= 0) lost.set(loser, (lost.get(loser) ?? 0) + value * weight);
  }
  return { gain, lost };
}
