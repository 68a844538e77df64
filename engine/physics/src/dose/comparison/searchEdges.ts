import type { VolumeGeometry } from '../../volume/volumeGeometry.js';

/** Edges are at most this share of the distance criterion: a gamma of 1 is then found to 0.03 or better, and mostly to 0.01. */
const LONGEST_EDGE = 1 / 3;

/** A point near a voxel: trilinear interpolation as shifts of the voxel's number and their weights. */
export interface NearbyPoint {
  readonly shifts: readonly number[];
  readonly weights: readonly number[];
}

/** A straight piece along one axis of the grid, on which interpolated dose is linear. Lengths in units of the distance criterion. */
export interface SearchEdge {
  readonly from: NearbyPoint;
  readonly to: NearbyPoint;
  /** Of the edge's first point from the voxel, along the edge; and of the edge's line, squared. */
  readonly along: number;
  readonly asideSquared: number;
  readonly length: number;
  /** Of the edge's nearest point, squared. */
  readonly nearestSquared: number;
  /** The voxels that are read, relative to the voxel: lowest and highest along each axis. */
  readonly lowest: readonly [number, number, number];
  readonly highest: readonly [number, number, number];
}

/**
 * Where the dose around a voxel is looked for: the edges of a lattice that divides voxels evenly, out to `reach` times the distance criterion, nearest
 * first (Wendling M et al., Med Phys 34 (2007) 1647, there points).
 */
export function searchEdges({ size, spacingMm }: VolumeGeometry, distanceMm: number, reach: number): readonly SearchEdge[] {
  const parts = spacingMm.map(spacing => Math.ceil(spacing / (LONGEST_EDGE * distanceMm)));
  const steps = spacingMm.map((spacing, axis) => spacing / (parts[axis] ?? 1) / distanceMm);
  const far = steps.map(step => Math.ceil(reach / step));
  const edges: SearchEdge[] = [];
  const [farI = 0, farJ = 0, farK = 0] = far;
  for (let k = -farK; k <= farK; k++)
    for (let j = -farJ; j <= farJ; j++)
      for (let i = -farI; i <= farI; i++)
        for (const axis of [0, 1, 2]) {
          const edge = edgeAt([i, j, k], axis, parts, steps, size);
          if (edge.nearestSquared < reach * reach) edges.push(edge);
        }
  return edges.sort((a, b) => a.nearestSquared - b.nearestSquared);
}

function edgeAt(
  lattice: readonly [number, number, number],
  axis: number,
  parts: readonly number[],
  steps: readonly number[],
  size: VolumeGeometry['size'],
): SearchEdge {
  const ahead = lattice.map((at, one) => (one === axis ? at + 1 : at));
  const offsets = lattice.map((at, one) => at * (steps[one] ?? 0));
  const along = offsets[axis] ?? 0;
  const length = steps[axis] ?? 0;
  const asideSquared = offsets.reduce((sum, offset, one) => (one === axis ? sum : sum + offset * offset), 0);
  const nearest = Math.max(along, -(along + length), 0);
  return {
    from: nearbyPoint(lattice, parts, size),
    to: nearbyPoint(ahead, parts, size),
    along,
    asideSquared,
    length,
    nearestSquared: asideSquared + nearest * nearest,
    lowest: threeOf(one => Math.floor((lattice[one] ?? 0) / (parts[one] ?? 1))),
    highest: threeOf(one => Math.ceil((ahead[one] ?? 0) / (parts[one] ?? 1))),
  };
}

function nearbyPoint(lattice: readonly number[], parts: readonly number[], size: VolumeGeometry['size']): NearbyPoint {
  const strides = [1, size[0], size[0] * size[1]];
  let corners = [{ shift: 0, weight: 1 }];
  for (const axis of [0, 1, 2]) {
    const index = (lattice[axis] ?? 0) / (parts[axis] ?? 1);
    const low = Math.floor(index);
    const stride = strides[axis] ?? 0;
    corners = corners.flatMap(({ shift, weight }) => [
      { shift: shift + low * stride, weight: weight * (1 - (index - low)) },
      { shift: shift + (low + 1) * stride, weight: weight * (index - low) },
    ]);
  }
  const read = corners.filter(({ weight }) => weight > 0);
  return { shifts: read.map(({ shift }) => shift), weights: read.map(({ weight }) => weight) };
}

function threeOf(of: (axis: number) => number): [number, number, number] {
  return [of(0), of(1), of(2)];
}
