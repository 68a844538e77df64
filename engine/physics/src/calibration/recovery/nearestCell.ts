import type { VolumeGeometry } from '../../volume/volumeGeometry.js';
import type { Box } from './blurredMask.js';

/**
 * For every voxel of a box that has no label yet (0): the label of the nearest labelled voxel, and how far it is (mm), to within a few per cent
 * (chamfer distances, Borgefors 1986, with the true lengths of the 26 steps). Labels are those of the whole grid.
 */
export function nearestCell(
  labels: Uint16Array,
  geometry: VolumeGeometry,
  { low, size }: Box,
): { nearest: Uint16Array; distanceMm: Float32Array } {
  const [nx, ny, nz] = size;
  const [gridX, gridY] = geometry.size;
  const distanceMm = new Float32Array(nx * ny * nz).fill(Infinity);
  const nearest = new Uint16Array(nx * ny * nz);
  for (let k = 0, at = 0; k < nz; k++)
    for (let j = 0; j < ny; j++)
      for (let i = 0; i < nx; i++, at++) {
        const label = labels[low[0] + i + gridX * (low[1] + j + gridY * (low[2] + k))] ?? 0;
        if (label === 0) continue;
        distanceMm[at] = 0;
        nearest[at] = label;
      }
  const steps = stepsBefore(geometry.spacingMm);
  for (const direction of [1, -1]) sweep(distanceMm, nearest, size, steps, direction);
  return { nearest, distanceMm };
}

interface Step {
  readonly by: readonly [number, number, number];
  readonly lengthMm: number;
}

/** The 13 neighbours that stand before a voxel in the order of data. */
function stepsBefore([dx, dy, dz]: readonly [number, number, number]): Step[] {
  const steps: Step[] = [];
  for (const k of [-1, 0])
    for (const j of [-1, 0, 1])
      for (const i of [-1, 0, 1])
        if (k < 0 || j < 0 || (j === 0 && i < 0))
          steps.push({ by: [i, j, k], lengthMm: Math.sqrt((i * dx) ** 2 + (j * dy) ** 2 + (k * dz) ** 2) });
  return steps;
}

/** One pass in the order of data, or against it. */
function sweep(distance: Float32Array, nearest: Uint16Array, [nx, ny, nz]: Box['size'], steps: readonly Step[], direction: number): void {
  const offsets = steps.map(({ by: [i, j, k] }) => direction * (i + nx * (j + ny * k)));
  const lengths = Float64Array.from(steps, ({ lengthMm }) => lengthMm);
  const within = ({ by }: Step, i: number, j: number, k: number): boolean => {
    const [x, y, z] = [i + direction * by[0], j + direction * by[1], k + direction * by[2]];
    return x >= 0 && y >= 0 && z >= 0 && x < nx && y < ny && z < nz;
  };
  const last = distance.length - 1;
  for (let order = 0; order <= last; order++) {
    const at = direction > 0 ? order : last - order;
    let best = distance[at] ?? 0;
    if (best === 0) continue;
    const i = at % nx;
    const row = (at - i) / nx;
    const j = row % ny;
    const k = (row - j) / ny;
    const inner = i > 0 && j > 0 && k > 0 && i < nx - 1 && j < ny - 1 && k < nz - 1;
    for (let step = 0; step < offsets.length; step++) {
      const move = steps[step];
      if (!inner && !(move && within(move, i, j, k))) continue;
      const from = at + (offsets[step] ?? 0);
      const length = (distance[from] ?? Infinity) + (lengths[step] ?? 0);
      if (length >= best) continue;
      best = length;
      nearest[at] = nearest[from] ?? 0;
    }
    distance[at] = best;
  }
}
