import type { VolumeGeometry } from '@graywise/physics';
import { bodySpan } from './bodySpan.js';
import type { ConvexBody } from './convexBody.js';

/** Taken from the global object once: in jest's sandbox every look at it costs more than the sum that follows. */
const { ceil, floor, max, min } = Math;

/** A body and the number that it writes where it is. Later bodies replace earlier ones. */
export interface PaintedBody {
  readonly body: ConvexBody;
  readonly value: number;
}

/**
 * How a voxel is filled: `centre` takes the value at the centre of the voxel, a number n the mean over the voxel, exact along x and from n x n lines
 * along y and z.
 */
export type Sampling = 'centre' | number;

/** Slice `k` of the painted bodies on an axis-aligned grid, written to `slice` (x fastest). Zero where no body is. */
export function paintSlice(
  bodies: readonly PaintedBody[],
  geometry: VolumeGeometry,
  k: number,
  sampling: Sampling,
  slice: Float32Array,
): void {
  const [columns, rows] = geometry.size;
  const [, height, depth] = geometry.spacingMm;
  const lines = sampling === 'centre' ? 1 : sampling;
  const line = lines === 1 ? null : new Float32Array(columns);
  slice.fill(0);
  for (let part = 0; part < lines; part++) {
    const z = geometry.originLps[2] + depth * (k + (part + 0.5) / lines - 0.5);
    const near = bodies.filter(({ body }) => body.low[2] < z && body.high[2] > z);
    for (let fineRow = 0; fineRow < rows * lines; fineRow++) {
      const y = geometry.originLps[1] + height * ((fineRow + 0.5) / lines - 0.5);
      const start = floor(fineRow / lines) * columns;
      const target = line ?? slice.subarray(start, start + columns);
      if (!paintLine(near, geometry, y, z, sampling === 'centre', target) || !line) continue;
      for (let i = 0; i < columns; i++) slice[start + i] = (slice[start + i] ?? 0) + (line[i] ?? 0) / (lines * lines);
      line.fill(0);
    }
  }
}

/** Written by every call of bodySpan: nothing is allocated per line. */
const SPAN = { entry: 0, exit: 0 };

function paintLine(
  bodies: readonly PaintedBody[],
  geometry: VolumeGeometry,
  y: number,
  z: number,
  atCentres: boolean,
  line: Float32Array,
): boolean {
  const edge = geometry.originLps[0] - geometry.spacingMm[0] / 2;
  let painted = false;
  for (const { body, value } of bodies) {
    if (body.low[1] > y || body.high[1] < y || !bodySpan(body, y, z, SPAN)) continue;
    const from = (SPAN.entry - edge) / geometry.spacingMm[0];
    const to = (SPAN.exit - edge) / geometry.spacingMm[0];
    if (atCentres) fill(line, ceil(from - 0.5), ceil(to - 0.5), value);
    else blend(line, max(0, from), min(line.length, to), value);
    painted = true;
  }
  return painted;
}

function fill(line: Float32Array, from: number, to: number, value: number): void {
  if (to > 0 && from < line.length) line.fill(value, max(0, from), to);
}

/** Replaces the covered share of each voxel between two positions, in voxels from the edge of the first. */
function blend(line: Float32Array, from: number, to: number, value: number): void {
  if (to <= from) return;
  const first = floor(from);
  const last = min(floor(to), line.length - 1);
  if (first === last) {
    mix(line, first, to - from, value);
    return;
  }
  mix(line, first, first + 1 - from, value);
  line.fill(value, first + 1, last);
  mix(line, last, to - last, value);
}

function mix(line: Float32Array, i: number, share: number, value: number): void {
  const before = line[i] ?? 0;
  line[i] = before + share * (value - before);
}
