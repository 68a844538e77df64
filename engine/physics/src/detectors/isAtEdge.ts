import { indexToLpsMatrix } from '../volume/indexToLpsMatrix.js';
import { lpsToIndex } from '../volume/lpsToIndex.js';
import type { PointLps, VolumeGeometry } from '../volume/volumeGeometry.js';
import { bodyThickness } from './bodyThickness.js';
import type { DetectorInput } from './detectorInput.js';

/** A place at the edge lies at least this much farther to the side than every region, mm. */
const BESIDE_MM = 10;

/**
 * Whether a place is at the edge of the body, such as an arm: farther to its side than every drawn region, and where the body is thin from front to back,
 * compared with how thick it is in the middle of the regions. Without a CT the first alone decides.
 */
export function isAtEdge({ geometry, regions, density }: DetectorInput, place: PointLps, thinShare: number): boolean {
  const [right, left, middle] = sideways(geometry, regions);
  if (!(place[0] < right - BESIDE_MM || place[0] > left + BESIDE_MM)) return false;
  if (!density) return true;
  const thicknessAt = (point: PointLps): number => {
    const [i, j, k] = lpsToIndex(geometry, point).map(Math.round) as [number, number, number];
    return bodyThickness(density, i + geometry.size[0] * (j + geometry.size[1] * k));
  };
  return thicknessAt(place) < thinShare * thicknessAt(middle);
}

/** Smallest and largest x of all regions, and the middle of them. */
function sideways(geometry: VolumeGeometry, regions: DetectorInput['regions']): [number, number, PointLps] {
  const [m, nx, ny] = [indexToLpsMatrix(geometry), geometry.size[0], geometry.size[1]];
  let [right, left, count] = [Infinity, -Infinity, 0];
  const sum: [number, number, number] = [0, 0, 0];
  for (const { mask } of regions)
    for (let voxel = mask.indexOf(1); voxel >= 0; voxel = mask.indexOf(1, voxel + 1)) {
      const [i, j, k] = [voxel % nx, Math.floor(voxel / nx) % ny, Math.floor(voxel / (nx * ny))];
      const x = m[0] * i + m[1] * j + m[2] * k + m[3];
      right = Math.min(right, x);
      left = Math.max(left, x);
      sum[0] += x;
      sum[1] += m[4] * i + m[5] * j + m[6] * k + m[7];
      sum[2] += m[8] * i + m[9] * j + m[10] * k + m[11];
      count++;
    }
  return [right, left, [sum[0] / count, sum[1] / count, sum[2] / count]];
}
