import type { VolumeGeometry } from '../../volume/volumeGeometry.js';
import type { Box } from './blurredMask.js';

/**
 * For every voxel of a box that has no label yet (0): the label of the nearest labelled voxel, and how far it is (mm), to within a few per cent
 * (chamfer distances, Borgefors 1986, with the true lengths of the 26 steps). Labels are those of the whole grid.
 */
export function nearestCell(labels: Uint16Array, geometry: VolumeGeometry, { low, size }: Box): { nearest: Uint16Array; distanceMm: Float32Array } {
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
  for (const k of [-1, 0]) for (const j of [-1, 0, 1]) for (const i of [-1, 0, 1])
    if (k < 0 || j < 0 || (j === 0 && i < 0)) steps.push({ by: [i, j, k], lengthMm: Math.sqrt((i * dx) ** 2 + (j * dy) ** 2 + (k * dz) ** 2) });
  return steps;
}

function sweep(distance: Float32Array, nearest: Uint16Array, [nx, ny, nz]: Box['size'], steps: readonly Step[], direction: number): void {
  const last = distance.length - 1;
  const moves = steps.map(({ by: [i, j, k], lengthMm }) => ({ i: i * direction, j: j * direction, k: k * direction, lengthMm }));
  for (let order = 0; order <= last; order++) {
    const at = direction > 0 ? order : last - order;
    const here = distance[at] ?? 0;
    if (here === 0) continue;
    const [i, j, k] = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))];
    let best = here;
    for (const move of moves) {
      const [x, y, z] = [i + move.i, j + move.j, k + move.k];
      if (x < 0 || y < 0 || z < 0 || x >= nx || y >= ny || z >= nz) continue;
      const from = x + nx * (y + ny * z);
      const length = (distance[from] ?? Infinity) + move.lengthMm;
      if (length >= best) continue;
      best = length;
      nearest[at] = nearest[from] ?? 0;
    }
    distance[at] = best;
  }
}
