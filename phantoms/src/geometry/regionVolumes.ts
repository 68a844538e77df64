import { gridGeometry } from './gridGeometry.js';
import { paintSlice, type PaintedBody } from './paintSlice.js';

/** Size of the voxels in which volumes are counted, mm, and lines per voxel along y and z: the 3 mL lesion is then known to 0.1 %. */
const SPACING_MM = 1.5;
const LINES = 3;

/**
 * The volume that the bodies of each region keep after later bodies have replaced parts of them, mL.
 *
 * `regions[i]` is the region of `bodies[i]`, null when it belongs to none.
 */
export function regionVolumes(bodies: readonly PaintedBody['body'][], regions: readonly (string | null)[]): ReadonlyMap<string, number> {
  const names = [...new Set(regions.filter(name => name !== null))];
  return new Map(names.map(name => [name, volumeOf(name, bodies, regions)]));
}

function volumeOf(name: string, bodies: readonly PaintedBody['body'][], regions: readonly (string | null)[]): number {
  const own = bodies.filter((_body, i) => regions[i] === name);
  const low = (axis: 0 | 1 | 2): number => Math.min(...own.map(body => body.low[axis]));
  const high = (axis: 0 | 1 | 2): number => Math.max(...own.map(body => body.high[axis]));
  const voxels = (axis: 0 | 1 | 2): number => Math.ceil((high(axis) - low(axis)) / SPACING_MM) + 1;
  const middle = (axis: 0 | 1 | 2): number => (low(axis) + high(axis)) / 2;
  const size = [voxels(0), voxels(1), voxels(2)] as const;
  const geometry = gridGeometry(size, [SPACING_MM, SPACING_MM, SPACING_MM], [middle(0), middle(1), middle(2)], '');
  const painted = bodies.map((body, i) => ({ body, value: regions[i] === name ? 1 : 0 }));
  const slice = new Float32Array(size[0] * size[1]);
  let filled = 0;
  for (let k = 0; k < size[2]; k++) {
    paintSlice(painted, geometry, k, LINES, slice);
    for (const share of slice) filled += share;
  }
  return (filled * SPACING_MM ** 3) / 1000;
}
