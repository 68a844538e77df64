import type { Volume } from '../../volume/volumeGeometry.js';
import { imageKernel } from './imageKernel.js';
import { layerOverlaps, type LayerOverlaps } from './layerOverlaps.js';
import { outlineLayers, type OutlineLayer } from './outlineLayers.js';
import { recoveryCells, type RecoveryCells, type RecoveryRegion } from './recoveryCells.js';
import { transferMatrix, type TransferMatrix } from './transferMatrix.js';

export interface RecoveryModelInput {
  /** In rising priority: a voxel of several belongs to the last of them. */
  readonly regions: readonly RecoveryRegion[];
  readonly density: Volume<'g/mL'>;
  /** Resolution of the images, full width at half maximum, mm. */
  readonly fwhmMm: number;
}

/** How images of one resolution show the regions of a patient; the same for all scans of one camera. */
export interface RecoveryModel {
  readonly regions: readonly RecoveryRegion[];
  readonly cells: RecoveryCells;
  /** Two for each region, outside and inside. */
  readonly layers: readonly OutlineLayer[];
  readonly fwhmMm: number;
  /** Of images whose voxels had this size (mm, along the axes of the grid; null: those of the grid itself) before they were carried to it. */
  readonly transferOf: (interpolatedFromMm: VoxelSize | null) => Transfers;
  /** What a layer does to itself: only a Monte Carlo check needs it. */
  readonly secondOrder: (layer: number, interpolatedFromMm: VoxelSize | null) => LayerOverlaps;
}

type VoxelSize = readonly [number, number, number];

/** At the resolution and at one slightly wider, for the sensitivity to it. */
export interface Transfers {
  readonly at: TransferMatrix;
  readonly wider: TransferMatrix;
  readonly widerByMm: number;
}

/** Step of the derivative by the resolution, relative to it: large against rounding, small against the width itself. */
const STEP = 0.02;
const NOTHING: LayerOverlaps = { cells: [], signs: [], overlaps: [] };

/** Divides the body into cells and works out, once for each size of voxels, what an image makes of them (rules C15 and C16). */
export function recoveryModel({ regions, density, fwhmMm }: RecoveryModelInput): RecoveryModel {
  const cells = recoveryCells(regions, density, fwhmMm);
  const layers = regions.flatMap(({ mask }, index) => outlineLayers(cells, mask, index, regions.length));
  const made = new Map<string, Transfers>();
  const { spacingMm } = cells.geometry;
  const kernelsOf = (fwhm: number, from: VoxelSize | null): [Float64Array, Float64Array, Float64Array] => {
    const along = (axis: 0 | 1 | 2): Float64Array =>
      imageKernel({ fwhmMm: fwhm, spacingMm: spacingMm[axis], interpolatedFromMm: from === null ? null : from[axis] });
    return [along(0), along(1), along(2)];
  };
  const transfer = (fwhm: number, from: VoxelSize | null, outlines: readonly OutlineLayer[]): TransferMatrix =>
    transferMatrix(cells, outlines, kernelsOf(fwhm, from));
  const seconds = new Map<string, LayerOverlaps>();
  const keyOf = (from: VoxelSize | null): string => (from === null ? '' : from.map(mm => mm.toFixed(3)).join());
  return {
    regions,
    cells,
    layers,
    fwhmMm,
    transferOf: from => {
      const key = keyOf(from);
      const known = made.get(key);
      if (known) return known;
      const widerByMm = STEP * fwhmMm;
      const fresh = { at: transfer(fwhmMm, from, layers), wider: transfer(fwhmMm + widerByMm, from, []), widerByMm };
      made.set(key, fresh);
      return fresh;
    },
    secondOrder: (position, from) => {
      const key = `${String(position)}:${keyOf(from)}`;
      const layer = layers[position];
      const known = seconds.get(key) ?? (layer ? layerOverlaps(cells, layer, kernelsOf(fwhmMm, from)) : NOTHING);
      seconds.set(key, known);
      return known;
    },
  };
}
