import type { Volume } from '../../volume/volumeGeometry.js';
import { imageKernel } from './imageKernel.js';
import { outlineLayer, type OutlineLayer } from './outlineLayer.js';
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
  readonly layers: readonly OutlineLayer[];
  readonly fwhmMm: number;
  /** Of images whose voxels had this size (mm, along the axes of the grid; null: those of the grid itself) before they were carried to it. */
  readonly transferOf: (interpolatedFromMm: readonly [number, number, number] | null) => Transfers;
}

/** At the resolution and at one slightly wider, for the sensitivity to it. */
export interface Transfers {
  readonly at: TransferMatrix;
  readonly wider: TransferMatrix;
  readonly widerByMm: number;
}

/** Step of the derivative by the resolution, relative to it: large against rounding, small against the width itself. */
const STEP = 0.02;

/** Divides the body into cells and works out, once for each size of voxels, what an image makes of them (rules C15 and C16). */
export function recoveryModel({ regions, density, fwhmMm }: RecoveryModelInput): RecoveryModel {
  const cells = recoveryCells(regions, density, fwhmMm);
  const layers = regions.map(({ mask }, index) => outlineLayer(cells, mask, index, regions.length));
  const made = new Map<string, Transfers>();
  const { spacingMm } = cells.geometry;
  const transfer = (fwhm: number, from: readonly [number, number, number] | null, outlines: readonly OutlineLayer[]): TransferMatrix => {
    const along = (axis: 0 | 1 | 2): Float64Array =>
      imageKernel({ fwhmMm: fwhm, spacingMm: spacingMm[axis], interpolatedFromMm: from === null ? null : from[axis] });
    return transferMatrix(cells, outlines, [along(0), along(1), along(2)]);
  };
  return {
    regions,
    cells,
    layers,
    fwhmMm,
    transferOf: from => {
      const key = from === null ? '' : from.map(mm => mm.toFixed(3)).join();
      const known = made.get(key);
      if (known) return known;
      const widerByMm = STEP * fwhmMm;
      const fresh = { at: transfer(fwhmMm, from, layers), wider: transfer(fwhmMm + widerByMm, from, []), widerByMm };
      made.set(key, fresh);
      return fresh;
    },
  };
}
