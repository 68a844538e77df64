import { gridToIndexMatrix } from './gridToIndexMatrix.js';
import { interpolateLinear } from './interpolateLinear.js';
import { voxelCount } from './voxelCount.js';
import type { Matrix4, RigidTransform, Volume, VolumeGeometry, VoxelUnit } from './volumeGeometry.js';

// Beyond 4 x 4 x 4 samples per voxel the mean changes by less than the noise of any CT, and time grows with the cube.
const MOST_SAMPLES_PER_AXIS = 4;

/**
 * A volume on another grid, by trilinear interpolation; `outside` where the grid leaves the volume.
 *
 * Where the grid is coarser than the volume each voxel is the mean of evenly spread samples, one per source voxel and axis (at most four), so that
 * a mean over a region keeps its value. For emission images use the registration package, which interpolates with b-splines.
 *
 * @param transform maps points of the grid's frame to points of the volume's frame; null when both are in the same frame.
 *
 * Throws GW_TRANSFORM_FRAMES or GW_GEOMETRY as `gridToIndexMatrix` does.
 */
export function volumeOnGrid<U extends VoxelUnit>(
  volume: Volume<U>,
  grid: VolumeGeometry,
  outside: number,
  transform: RigidTransform | null = null,
): Volume<U> {
  const matrix = gridToIndexMatrix(grid, volume.geometry, transform);
  const offsets = sampleOffsets(matrix);
  const data = new Float32Array(voxelCount(grid));
  const [ni, nj, nk] = grid.size;
  let at = 0;
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      const x0 = matrix[1] * j + matrix[2] * k + matrix[3];
      const y0 = matrix[5] * j + matrix[6] * k + matrix[7];
      const z0 = matrix[9] * j + matrix[10] * k + matrix[11];
      for (let i = 0; i < ni; i++) {
        data[at++] = meanOfSamples(volume, x0 + matrix[0] * i, y0 + matrix[4] * i, z0 + matrix[8] * i, offsets, outside);
      }
    }
  }
  return { geometry: grid, unit: volume.unit, data };
}

function meanOfSamples({ data, geometry }: Volume, x: number, y: number, z: number, offsets: Float64Array, outside: number): number {
  let sum = 0;
  for (let o = 0; o < offsets.length; o += 3) {
    sum += interpolateLinear(data, geometry.size, x + (offsets[o] ?? 0), y + (offsets[o + 1] ?? 0), z + (offsets[o + 2] ?? 0), outside);
  }
  return (3 * sum) / offsets.length;
}

/** Triples of source-index offsets from a grid voxel's centre to its evenly spread samples. */
function sampleOffsets(matrix: Matrix4): Float64Array {
  const [ax, bx, cx, , ay, by, cy, , az, bz, cz] = matrix;
  const [ni, nj, nk] = [samplesAlong(ax, ay, az), samplesAlong(bx, by, bz), samplesAlong(cx, cy, cz)];
  const offsets: number[] = [];
  for (let k = 0; k < nk; k++) {
    for (let j = 0; j < nj; j++) {
      for (let i = 0; i < ni; i++) {
        const [u, v, w] = [(i + 0.5) / ni - 0.5, (j + 0.5) / nj - 0.5, (k + 0.5) / nk - 0.5];
        offsets.push(ax * u + bx * v + cx * w, ay * u + by * v + cy * w, az * u + bz * v + cz * w);
      }
    }
  }
  return Float64Array.from(offsets);
}

/** How many source voxels a step of one grid voxel passes, rounded to nearest, 1 to 4. */
function samplesAlong(x: number, y: number, z: number): number {
  return Math.min(MOST_SAMPLES_PER_AXIS, Math.max(1, Math.round(Math.hypot(x, y, z))));
}
