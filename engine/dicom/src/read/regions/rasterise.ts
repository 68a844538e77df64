import type { PointLps, VolumeGeometry } from '@graywise/physics';
import { along, cross, dot, unit } from '../geometry/vector.js';
import type { ContourSlab } from './contourSlabs.js';

/** An edge of a polygon in the plane: s along the scan lines, t across them. */
type Edge = readonly [s0: number, t0: number, s1: number, t1: number];

interface Slab {
  readonly from: number;
  readonly to: number;
  readonly lowest: number;
  readonly highest: number;
  readonly edges: readonly Edge[];
}

/**
 * Fills a mask on `grid` from slabs of contours: a voxel belongs when its centre lies in a slab and, seen along the normal, inside an odd number of
 * its contours (even-odd rule: inner contours are holes, keyholes close themselves). Works for any angle between contours and grid.
 *
 * Scan lines run along the grid axis that lies best in the contour planes. Result: 1 inside, 0 outside, data order of the grid.
 */
export function rasterise(slabs: readonly ContourSlab[], normal: PointLps, grid: VolumeGeometry): Uint8Array {
  const [nx, ny, nz] = grid.size;
  const mask = new Uint8Array(nx * ny * nz);
  const axes = [0, 1, 2].map(axis => stepOf(grid, axis));
  const scan = [0, 1, 2].reduce((best, axis) => (tilt(axes[axis], normal) < tilt(axes[best], normal) - 1e-9 ? axis : best), 0);
  const [first, second] = [0, 1, 2].filter(axis => axis !== scan);
  const step = axes[scan];
  if (!step || first === undefined || second === undefined) return mask;
  const s = unit(along(step, -dot(step, normal), normal));
  const t = cross(normal, s);
  const flat = slabs.map(slab => flatten(slab, s, t));
  const strides = [1, nx, nx * ny];
  const [stride, firstStride, secondStride] = [strides[scan] ?? 1, strides[first] ?? 1, strides[second] ?? 1];
  const count = grid.size[scan] ?? 0;
  const line = { perStep: dot(step, s), depthPerStep: dot(step, normal), count, stride };
  for (let b = 0; b < (grid.size[second] ?? 0); b++) {
    for (let a = 0; a < (grid.size[first] ?? 0); a++) {
      const start = along(along(grid.originLps, a, axes[first] ?? step), b, axes[second] ?? step);
      const row = { s: dot(start, s), t: dot(start, t), depth: dot(start, normal), offset: a * firstStride + b * secondStride };
      for (const slab of flat) fillLine(mask, slab, row, line);
    }
  }
  return mask;
}

interface Row {
  readonly s: number;
  readonly t: number;
  readonly depth: number;
  readonly offset: number;
}

interface Line {
  /** Advance along s and in depth for one voxel. */
  readonly perStep: number;
  readonly depthPerStep: number;
  readonly count: number;
  readonly stride: number;
}

function fillLine(mask: Uint8Array, slab: Slab, row: Row, line: Line): void {
  if (row.t < slab.lowest || row.t > slab.highest) return;
  const [lower, upper] = insideSlab(slab, row, line);
  if (lower >= upper) return;
  const crossings: number[] = [];
  for (const [s0, t0, s1, t1] of slab.edges) {
    if (t0 <= row.t !== t1 <= row.t) crossings.push((s0 + ((row.t - t0) / (t1 - t0)) * (s1 - s0) - row.s) / line.perStep);
  }
  crossings.sort((a, b) => a - b);
  for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
    const from = Math.max(lower, Math.ceil(crossings[pair] ?? 0));
    const to = Math.min(upper, Math.ceil(crossings[pair + 1] ?? 0));
    for (let index = from; index < to; index++) mask[row.offset + index * line.stride] = 1;
  }
}

/** Voxels [lower, upper) of a line whose depth is in the slab. */
function insideSlab(slab: Slab, row: Row, line: Line): [number, number] {
  if (Math.abs(line.depthPerStep) * line.count < 1e-6) return row.depth >= slab.from && row.depth < slab.to ? [0, line.count] : [0, 0];
  const [a, b] = [(slab.from - row.depth) / line.depthPerStep, (slab.to - row.depth) / line.depthPerStep];
  return [Math.max(0, Math.ceil(Math.min(a, b))), Math.min(line.count, Math.ceil(Math.max(a, b)))];
}

function flatten(slab: ContourSlab, s: PointLps, t: PointLps): Slab {
  const edges = slab.contours.flatMap(contour =>
    contour.map((corner, index): Edge => {
      const next = contour[(index + 1) % contour.length] ?? corner;
      return [dot(corner, s), dot(corner, t), dot(next, s), dot(next, t)];
    }),
  );
  const heights = edges.map(edge => edge[1]);
  const lowest = heights.reduce((low, height) => Math.min(low, height), Infinity);
  const highest = heights.reduce((high, height) => Math.max(high, height), -Infinity);
  return { from: slab.from, to: slab.to, lowest, highest, edges };
}

function stepOf({ direction, spacingMm }: VolumeGeometry, axis: number): PointLps {
  const spacing = spacingMm[axis] ?? 1;
  return [(direction[axis] ?? 0) * spacing, (direction[axis + 3] ?? 0) * spacing, (direction[axis + 6] ?? 0) * spacing];
}

function tilt(step: PointLps | undefined, normal: PointLps): number {
  return step ? Math.abs(dot(unit(step), normal)) : Infinity;
}
