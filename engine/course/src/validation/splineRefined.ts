import { GraywiseError, voxelCount, type Volume, type VolumeGeometry } from '@graywise/physics';

/** The pole of the cubic b-spline filter. */
const POLE = Math.sqrt(3) - 2;
/** This power of the pole is below 1e-17. */
const NEGLIGIBLE_POWER = 30;
/** Weights of four coefficients a quarter of a voxel beyond the second of them, by the cubic b-spline. */
const WEIGHTS = [0.75 ** 3 / 6, 2 / 3 - 0.25 ** 2 + 0.25 ** 3 / 2, 2 / 3 - 0.75 ** 2 + 0.75 ** 3 / 2, 0.25 ** 3 / 6] as const;

/**
 * A volume on the grid that splits each of its voxels in two along every axis, by cubic b-splines, nothing below 0: what the stage align makes of a scan whose
 * transform is the identity, axis by axis and so in a hundredth of the time. The volume goes on beyond its edges as its mirror image.
 *
 * Source: Unser, Aldroubi and Eden 1993, IEEE Trans. Signal Process. 41, 834. Throws GW_GEOMETRY when the grid is no such split.
 */
export function splineRefined(volume: Volume<'Bq/mL'>, grid: VolumeGeometry): Volume<'Bq/mL'> {
  if (grid.size.some((count, axis) => count !== 2 * (volume.geometry.size[axis] ?? 0)))
    throw new GraywiseError('GW_GEOMETRY', { where: 'the dose grid', found: 'voxels that are not split in two' });
  let data: Float64Array = Float64Array.from(volume.data);
  let stride = 1;
  for (const count of volume.geometry.size) {
    data = refinedAlong(data, count, stride);
    stride *= 2 * count;
  }
  const result = new Float32Array(voxelCount(grid));
  for (let i = 0; i < result.length; i++) result[i] = Math.max(0, data[i] ?? 0);
  return { unit: volume.unit, geometry: grid, data: result };
}

/** Lines of `count` values, `stride` apart, become lines of twice as many. */
function refinedAlong(data: Float64Array, count: number, stride: number): Float64Array {
  const result = new Float64Array(2 * data.length);
  const line = new Float64Array(count);
  for (let block = 0; block * stride * count < data.length; block++) {
    for (let offset = 0; offset < stride; offset++) {
      const from = block * stride * count + offset;
      for (let i = 0; i < count; i++) line[i] = data[from + i * stride] ?? 0;
      toCoefficients(line);
      const to = 2 * block * stride * count + offset;
      for (let i = 0; i < count; i++) {
        result[to + 2 * i * stride] = weighted(line, i, -1);
        result[to + (2 * i + 1) * stride] = weighted(line, i, 1);
      }
    }
  }
  return result;
}

/** The value a quarter of a voxel before (-1) or after (1) position `i`. */
function weighted(line: Float64Array, i: number, side: -1 | 1): number {
  const at = (index: number): number => line[mirrored(index, line.length)] ?? 0;
  return WEIGHTS[0] * at(i - side) + WEIGHTS[1] * at(i) + WEIGHTS[2] * at(i + side) + WEIGHTS[3] * at(i + 2 * side);
}

function mirrored(index: number, count: number): number {
  if (index < 0) return -index;
  return index >= count ? 2 * count - 2 - index : index;
}

/** Samples become coefficients, in place: a causal and an anticausal recursion. */
function toCoefficients(line: Float64Array): void {
  const count = line.length;
  // the mirror image repeats after so many samples
  const period = 2 * count - 2;
  let start = 0;
  for (let i = 0; i < Math.min(period, NEGLIGIBLE_POWER); i++) start += (line[mirrored(i, count)] ?? 0) * POLE ** i;
  line[0] = start / (1 - POLE ** period);
  for (let i = 1; i < count; i++) line[i] = (line[i] ?? 0) + POLE * (line[i - 1] ?? 0);
  line[count - 1] = (POLE / (POLE * POLE - 1)) * ((line[count - 1] ?? 0) + POLE * (line[count - 2] ?? 0));
  for (let i = count - 2; i >= 0; i--) line[i] = POLE * ((line[i + 1] ?? 0) - (line[i] ?? 0));
  for (let i = 0; i < count; i++) line[i] = 6 * (line[i] ?? 0);
}
