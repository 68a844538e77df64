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
  const low = ([0, 1, 2] as const).map(axis => Math.min(...own.map(body => body.low[axis])));
  const high = ([0, 1, 2] as const).map(axis => Math.max(...own.map(body => body.high[axis])));
  const size = ([0, 1, 2] as const).map(axis => Math.ceil((high[axis]! - low[axis]!) / SPACING_MM) + 1) as [number, number, number];
  const centre = ([0, 1, 2] as const).map(axis => (low[axis]! + high[axis]!) / 2) as [number, number, number];
  const painted = bodies.map((body, i) => ({ body, value: regions[i] === name ? 1 : 0 }));
  const geometry = gridGeometry(size, [SPACING_MM, SPACING_MM, SPACING_MM], centre, '');
  const slice = new Float32Array(size[0] * size[1]);
  let voxels = 0;
  for (let k = 0; k < size[2]; k++) {
    paintSlice(painted, geometry, k, LINES, slice);
    for (const share of slice) voxels += share;
  }
  return (voxels * SPACING_MM ** 3) / 1000;
}
