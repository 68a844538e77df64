import { labelComponents, type Components } from './labelComponents.js';
import { spreadInPlane } from './spreadInPlane.js';

type Triple = readonly [number, number, number];

/** Couches, their shells and tubes are thinner than this in a slice, bodies are thicker, mm. */
const THINNEST_BODY_MM = 18;
/** A part of a slice counts as body from this share of the largest part on: keeps both legs, drops an arm beside the trunk. */
const SHARE_OF_LARGEST = 0.25;

/**
 * The body in a CT: 1 inside (lungs and bowel gas included), 0 outside; couch, clothing and air are outside.
 *
 * `solid` is 1 where the CT is denser than air. Thin things are worn away, each slice keeps its large parts, and of those the largest piece that
 * hangs together through the slices is the body. It gets its outer layer back, with one voxel of air so that the skin stays an edge, and its
 * cavities are filled slice by slice. All 0 when nothing is left. `size` and `spacingMm` in order i, j, k; slices are planes of constant k.
 */
export function bodyMask(solid: Uint8Array, size: Triple, spacingMm: Triple): Uint8Array {
  const reach = (spacing: number): number => Math.max(1, Math.round(THINNEST_BODY_MM / 2 / spacing));
  const [reachI, reachJ] = [reach(spacingMm[0]), reach(spacingMm[1])];
  const worn = complement(spreadInPlane(complement(solid), size, [reachI, reachJ]));
  const piece = largestPiece(largePartsOfSlices(worn, size), size);
  return withCavities(spreadInPlane(piece, size, [reachI + 1, reachJ + 1]), size);
}

function complement(mask: Uint8Array): Uint8Array {
  return mask.map(value => (value ? 0 : 1));
}

function select({ labels }: Components, chosen: readonly boolean[]): Uint8Array {
  return Uint8Array.from(labels, label => (chosen[label] ? 1 : 0));
}

function largePartsOfSlices(mask: Uint8Array, size: Triple): Uint8Array {
  const parts = labelComponents(mask, size, true);
  const sliceOf = parts.first.map(voxel => Math.floor(voxel / (size[0] * size[1])));
  const largest = new Map<number, number>();
  parts.sizes.forEach((count, label) => largest.set(sliceOf[label] ?? -1, Math.max(count, largest.get(sliceOf[label] ?? -1) ?? 0)));
  return select(
    parts,
    parts.sizes.map((count, label) => label > 0 && count >= SHARE_OF_LARGEST * (largest.get(sliceOf[label] ?? -1) ?? 0)),
  );
}

function largestPiece(mask: Uint8Array, size: Triple): Uint8Array {
  const pieces = labelComponents(mask, size, false);
  const largest = pieces.sizes.reduce((best, count, label) => (count > (pieces.sizes[best] ?? 0) ? label : best), 0);
  return select(
    pieces,
    pieces.sizes.map((_, label) => label > 0 && label === largest),
  );
}

function withCavities(mask: Uint8Array, size: Triple): Uint8Array {
  const [nx, ny] = size;
  const around = labelComponents(complement(mask), size, true);
  const open = around.sizes.map(() => false);
  around.labels.forEach((label, voxel) => {
    const i = voxel % nx;
    const j = Math.floor(voxel / nx) % ny;
    if (i === 0 || j === 0 || i === nx - 1 || j === ny - 1) open[label] = true;
  });
  return Uint8Array.from(mask, (value, voxel) => (value || !open[around.labels[voxel] ?? 0] ? 1 : 0));
}
