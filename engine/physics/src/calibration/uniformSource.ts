import type { Volume } from '../volume/volumeGeometry.js';

/** What an image says of one uniform source in it, without being told where it is. */
export interface UniformSource {
  /** Mean counts per voxel deep inside the source. */
  readonly centralCounts: number;
  readonly centralVoxels: number;
  /** Whether the field of view cuts the source. */
  readonly cut: boolean;
}

// A cylinder that runs out of the field has a whole cross-section in an outermost layer, that is one slice of at most about a hundred.
const CUT_SHARE = 0.005;

/**
 * Finds a convex uniform source by its moments and takes the mean deep inside it.
 *
 * The source is what exceeds half of its typical count, sum(c^2) / sum(c). Its centre is the points p for which (p - m)^T C^-1 (p - m) < 1, with m the mean and C the
 * covariance of its voxels. For a uniform cylinder of radius R and length L that is an ellipsoid of radius R / 2 and half length L / sqrt 12 in any orientation: it
 * stays 0.42 of the half length and half a radius away from the faces, where the resolution of the camera does not reach.
 */
export function uniformSource({ data, geometry }: Volume<'counts'>): UniformSource {
  const threshold = typicalCount(data) / 2;
  const [ni, nj, nk] = geometry.size;
  const moments = new Float64Array(10);
  let edge = 0;
  forEachVoxel(geometry.size, (voxel, i, j, k) => {
    if (!((data[voxel] ?? 0) > threshold)) return;
    addMoments(moments, i, j, k);
    if (i === 0 || j === 0 || k === 0 || i === ni - 1 || j === nj - 1 || k === nk - 1) edge += 1;
  });
  const distance = squaredDistance(moments);
  let sum = 0;
  let centralVoxels = 0;
  forEachVoxel(geometry.size, (voxel, i, j, k) => {
    if (!(distance(i, j, k) < 1)) return;
    sum += data[voxel] ?? 0;
    centralVoxels += 1;
  });
  return { centralCounts: sum / centralVoxels, centralVoxels, cut: edge > CUT_SHARE * (moments[0] ?? 0) };
}

function typicalCount(data: Float32Array): number {
  let sum = 0;
  let squares = 0;
  for (const count of data) {
    sum += count;
    squares += count * count;
  }
  return squares / sum;
}

function forEachVoxel(
  [ni, nj, nk]: readonly [number, number, number],
  visit: (voxel: number, i: number, j: number, k: number) => void,
): void {
  let voxel = 0;
  for (let k = 0; k < nk; k++) for (let j = 0; j < nj; j++) for (let i = 0; i < ni; i++) visit(voxel++, i, j, k);
}

/** Adds one voxel to the sums of 1, i, j, k, ii, ij, ik, jj, jk, kk. */
function addMoments(sums: Float64Array, i: number, j: number, k: number): void {
  add(sums, 0, 1);
  add(sums, 1, i);
  add(sums, 2, j);
  add(sums, 3, k);
  add(sums, 4, i * i);
  add(sums, 5, i * j);
  add(sums, 6, i * k);
  add(sums, 7, j * j);
  add(sums, 8, j * k);
  add(sums, 9, k * k);
}

function add(sums: Float64Array, at: number, term: number): void {
  sums[at] = (sums[at] ?? 0) + term;
}

/** (p - m)^T C^-1 (p - m) as a function of the voxel index: scale-free, so indices serve as well as millimetres. */
function squaredDistance(sums: Float64Array): (i: number, j: number, k: number) => number {
  const [n = 0, si = 0, sj = 0, sk = 0, sii = 0, sij = 0, sik = 0, sjj = 0, sjk = 0, skk = 0] = sums;
  const [mi, mj, mk] = [si / n, sj / n, sk / n];
  const [a, b, c] = [sii / n - mi * mi, sij / n - mi * mj, sik / n - mi * mk];
  const [d, e, f] = [sjj / n - mj * mj, sjk / n - mj * mk, skk / n - mk * mk];
  const determinant = a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d);
  const inverse = [d * f - e * e, c * e - b * f, b * e - c * d, a * f - c * c, b * c - a * e, a * d - b * b].map(x => x / determinant);
  const [p = 0, q = 0, r = 0, s = 0, t = 0, u = 0] = inverse;
  return (i, j, k) => {
    const [x, y, z] = [i - mi, j - mj, k - mk];
    return p * x * x + s * y * y + u * z * z + 2 * (q * x * y + r * x * z + t * y * z);
  };
}
