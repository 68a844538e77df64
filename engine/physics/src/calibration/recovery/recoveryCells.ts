import { GraywiseError } from '../../errors/GraywiseError.js';
import type { Volume, VolumeGeometry } from '../../volume/volumeGeometry.js';
import type { Box } from './blurredMask.js';
import { forEachVoxel } from './forEachVoxel.js';
import { grownBox } from './grownBox.js';
import { nearestCell } from './nearestCell.js';

/** A region as the recovery sees it. */
export interface RecoveryRegion {
  readonly name: string;
  readonly mask: Uint8Array;
}

/** A part of the body that is taken as evenly active: a region, or the tissue around it. */
export interface RecoveryCell {
  readonly kind: 'region' | 'surroundings';
  /** Of the region; of the nearest one for surroundings. */
  readonly name: string;
  readonly box: Box;
  /** Sum of the profile over its voxels: its volume in voxels, weighted by density where it is no region. */
  readonly weight: number;
}

/** The body divided into cells: no voxel is in two of them. */
export interface RecoveryCells {
  readonly geometry: VolumeGeometry;
  /** 0: in none; else position in `cells` from 1; `FARTHER` for tissue farther out. */
  readonly labels: Uint16Array;
  readonly cells: readonly RecoveryCell[];
  /** Activity of a voxel over that of its cell: 1 in regions, elsewhere g/mL. */
  readonly profile: Float32Array;
  /** g/mL: what the profile of a voxel is that a region leaves. */
  readonly density: Float32Array;
}

/** The label of tissue that the spill of no region reaches: there the image itself says how active it is. */
export const FARTHER = 65535;

/** Surroundings end where the spill of a region does, in FWHM from its surface; what lies farther than the second number does not spill into them. */
const NEAR_FWHM = 1.5;
const FAR_FWHM = 3;
/** Below this (g/mL) is gas, which holds no activity (rule D2). */
const GAS_DENSITY = 0.1;

/**
 * Divides the body for the correction of partial volume (rule C15): every region, without what a smaller one covers; the tissue around each, up to 1.5 times
 * the resolution away, activity even per gram. Tissue farther out is no cell: the image itself says what it spills into them. Gas and air hold nothing.
 *
 * @param regions in rising priority: a voxel of several belongs to the last. Throws GW_GEOMETRY for masks and densities of another grid.
 */
export function recoveryCells(regions: readonly RecoveryRegion[], density: Volume<'g/mL'>, fwhmMm: number): RecoveryCells {
  const { geometry, data } = density;
  const labels = new Uint16Array(data.length);
  regions.forEach(({ name, mask }, index) => {
    if (mask.length !== labels.length) throw new GraywiseError('GW_GEOMETRY', { where: name, found: 'a mask of another grid' });
    for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) labels[at] = index + 1;
  });
  const box = grownBox(boxOf(labels, geometry), geometry, FAR_FWHM * fwhmMm);
  const { nearest, distanceMm } = nearestCell(labels, geometry, box);
  const count = regions.length;
  const profile = new Float32Array(labels.length).fill(1);
  forEachVoxel(box, geometry, (at, inBox) => {
    if (labels[at] !== 0 || (distanceMm[inBox] ?? Infinity) > FAR_FWHM * fwhmMm || (data[at] ?? 0) < GAS_DENSITY) return;
    labels[at] = (distanceMm[inBox] ?? 0) <= NEAR_FWHM * fwhmMm ? count + (nearest[inBox] ?? 0) : FARTHER;
    profile[at] = data[at] ?? 0;
  });
  const parts = [
    ...regions.map(({ name }) => ({ kind: 'region' as const, name })),
    ...regions.map(({ name }) => ({ kind: 'surroundings' as const, name })),
  ];
  return { geometry, labels, profile, density: data, cells: measured(parts, labels, profile, geometry, box) };
}

function measured(
  parts: readonly Pick<RecoveryCell, 'kind' | 'name'>[],
  labels: Uint16Array,
  profile: Float32Array,
  geometry: VolumeGeometry,
  box: Box,
): RecoveryCell[] {
  const low = parts.map(() => [Infinity, Infinity, Infinity]);
  const high = parts.map(() => [-1, -1, -1]);
  const weight = parts.map(() => 0);
  forEachVoxel(box, geometry, (at, _inBox, index) => {
    const cell = (labels[at] ?? 0) - 1;
    if (cell < 0 || cell >= parts.length) return;
    weight[cell] = (weight[cell] ?? 0) + (profile[at] ?? 0);
    const [least, most] = [low[cell] ?? [], high[cell] ?? []];
    for (let axis = 0; axis < 3; axis++) {
      least[axis] = Math.min(least[axis] ?? 0, index[axis] ?? 0);
      most[axis] = Math.max(most[axis] ?? 0, index[axis] ?? 0);
    }
  });
  return parts.map((part, cell) => {
    const [[a = 0, b = 0, c = 0] = [], [x = 0, y = 0, z = 0] = []] = [low[cell], high[cell]];
    const empty = x < 0;
    const box: Box = empty ? { low: [0, 0, 0], size: [0, 0, 0] } : { low: [a, b, c], size: [x - a + 1, y - b + 1, z - c + 1] };
    return { ...part, box, weight: weight[cell] ?? 0 };
  });
}

function boxOf(labels: Uint16Array, { size: [nx, ny, nz] }: VolumeGeometry): Box {
  const low = [nx, ny, nz];
  const high = [0, 0, 0];
  for (let k = 0, at = 0; k < nz; k++)
    for (let j = 0; j < ny; j++)
      for (let i = 0; i < nx; i++, at++) {
        if (labels[at] === 0) continue;
        [i, j, k].forEach((index, axis) => {
          low[axis] = Math.min(low[axis] ?? 0, index);
          high[axis] = Math.max(high[axis] ?? 0, index);
        });
      }
  const [a = 0, b = 0, c = 0] = low;
  const [x = 0, y = 0, z = 0] = high;
  return { low: [a, b, c], size: [Math.max(0, x - a + 1), Math.max(0, y - b + 1), Math.max(0, z - c + 1)] };
}
