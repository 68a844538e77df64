import { indexToLps } from '../volume/indexToLps.js';
import type { PointLps, Volume } from '../volume/volumeGeometry.js';
import { voxelVolume } from '../volume/voxelVolume.js';

/** Voxels that touch (by a face, an edge or a corner), all of them hot. */
export interface HotCluster {
  /** In the order they were reached. */
  readonly voxels: readonly number[];
  readonly volumeMl: number;
  readonly activityBq: number;
  readonly maximumBqPerMl: number;
  /** Of its activity. */
  readonly centroidLps: PointLps;
}

/**
 * The clusters of voxels above a concentration in the mask `allowed`, from a volume on, the largest activity first. Deterministic: voxels are visited
 * in the order of the grid.
 */
export function hotClusters(
  { geometry, data }: Volume<'Bq/mL'>,
  allowed: Uint8Array,
  thresholdBqPerMl: number,
  leastMl: number,
): HotCluster[] {
  const isHot = (voxel: number): boolean => (data[voxel] ?? 0) > thresholdBqPerMl && allowed[voxel] === 1;
  const voxelMl = voxelVolume(geometry);
  const reached = new Uint8Array(data.length);
  const clusters: HotCluster[] = [];
  for (let seed = allowed.indexOf(1); seed >= 0; seed = allowed.indexOf(1, seed + 1)) {
    if (reached[seed] === 1 || !isHot(seed)) continue;
    const voxels = componentOf(seed, geometry.size, isHot, reached);
    if (voxels.length * voxelMl >= leastMl) clusters.push(describe(voxels, { geometry, unit: 'Bq/mL', data }, voxelMl));
  }
  return clusters.sort((a, b) => b.activityBq - a.activityBq || (a.voxels[0] ?? 0) - (b.voxels[0] ?? 0));
}

function componentOf(
  seed: number,
  [nx, ny, nz]: readonly [number, number, number],
  isHot: (voxel: number) => boolean,
  reached: Uint8Array,
): number[] {
  const voxels = [seed];
  reached[seed] = 1;
  // The list grows while it is walked.
  for (const voxel of voxels) {
    const [i, j, k] = [voxel % nx, Math.floor(voxel / nx) % ny, Math.floor(voxel / (nx * ny))];
    for (let z = Math.max(0, k - 1); z <= Math.min(nz - 1, k + 1); z++)
      for (let y = Math.max(0, j - 1); y <= Math.min(ny - 1, j + 1); y++)
        for (let x = Math.max(0, i - 1); x <= Math.min(nx - 1, i + 1); x++) {
          const neighbour = x + nx * (y + ny * z);
          if (reached[neighbour] === 1 || !isHot(neighbour)) continue;
          reached[neighbour] = 1;
          voxels.push(neighbour);
        }
  }
  return voxels;
}

function describe(voxels: readonly number[], { geometry, data }: Volume<'Bq/mL'>, voxelMl: number): HotCluster {
  const [nx, ny] = geometry.size;
  let [sum, maximum, x, y, z] = [0, 0, 0, 0, 0];
  for (const voxel of voxels) {
    const value = data[voxel] ?? 0;
    sum += value;
    maximum = Math.max(maximum, value);
    x += value * (voxel % nx);
    y += value * (Math.floor(voxel / nx) % ny);
    z += value * Math.floor(voxel / (nx * ny));
  }
  return {
    voxels,
    volumeMl: voxels.length * voxelMl,
    activityBq: sum * voxelMl,
    maximumBqPerMl: maximum,
    centroidLps: indexToLps(geometry, [x / sum, y / sum, z / sum]),
  };
}
