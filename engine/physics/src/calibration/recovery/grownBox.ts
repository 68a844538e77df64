import type { VolumeGeometry } from '../../volume/volumeGeometry.js';
import type { Box } from './blurredMask.js';

/** A box that reaches `mm` further on every side, within the grid. */
export function grownBox({ low, size }: Box, geometry: VolumeGeometry, mm: number): Box {
  const margin = ([0, 1, 2] as const).map(axis => Math.ceil(mm / geometry.spacingMm[axis]));
  const first = ([0, 1, 2] as const).map(axis => Math.max(0, low[axis] - (margin[axis] ?? 0)));
  const last = ([0, 1, 2] as const).map(axis => Math.min(geometry.size[axis] - 1, low[axis] + size[axis] - 1 + (margin[axis] ?? 0)));
  const [a = 0, b = 0, c = 0] = first;
  const [x = 0, y = 0, z = 0] = last;
  return { low: [a, b, c], size: [x - a + 1, y - b + 1, z - c + 1] };
}
