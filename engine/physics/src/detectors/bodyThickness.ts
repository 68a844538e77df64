import type { Volume } from '../volume/volumeGeometry.js';

/** Less than this (g/mL) is air, or lung, and ends the body along a line; gaps of lung inside are bridged. */
const LEAST_DENSITY = 0.4;

/**
 * How thick the body is from front to back, mm, along the line through a voxel: from the first to the last voxel that is no air among those that hang
 * together with it, gaps of up to `bridgeMm` bridged. 0 when the voxel lies in air farther than that from the body.
 */
export function bodyThickness({ geometry, data }: Volume<'g/mL'>, voxel: number, bridgeMm = 10): number {
  const { size, spacingMm, direction } = geometry;
  // The axis of the grid that runs most from front to back.
  const axis = ([0, 1, 2] as const).reduce((best, next) =>
    Math.abs(direction[3 + next] ?? 0) > Math.abs(direction[3 + best] ?? 0) ? next : best,
  );
  const stride = [1, size[0], size[0] * size[1]][axis] ?? 1;
  const place = Math.floor(voxel / stride) % size[axis];
  const bridge = Math.ceil(bridgeMm / spacingMm[axis]);
  const reach = (step: 1 | -1): number => {
    let last = place;
    for (let at = place; at >= 0 && at < size[axis] && Math.abs(at - last) <= bridge; at += step)
      if ((data[voxel + (at - place) * stride] ?? 0) >= LEAST_DENSITY) last = at;
    return Math.abs(last - place);
  };
  const before = reach(-1);
  const after = reach(1);
  const own = (data[voxel] ?? 0) >= LEAST_DENSITY ? 1 : 0;
  return (before + after + own) * spacingMm[axis];
}
