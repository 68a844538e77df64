import type { RegionMask, Volume } from '@graywise/physics';

/**
 * Concentration at the edge of a region over its mean: how much activity follows when the outline moves.
 *
 * dA/A = edgeShare * dV/V. It is the measured counterpart of the factor phi / 2R of the EANM guidance on uncertainty (Gear et al. 2018, section on
 * counts), which derives it for a sphere. The edge is the mean over the outermost voxels inside and their neighbours outside.
 */
export function edgeShare(concentration: Volume<'Bq/mL'>, region: RegionMask, voxels: number): number {
  const [nx, ny, nz] = region.geometry.size;
  const { mask } = region;
  const { data } = concentration;
  let inside = 0;
  let edge = 0;
  let edgeCount = 0;
  for (let k = 1; k < nz - 1; k++) {
    for (let j = 1; j < ny - 1; j++) {
      const row = nx * (j + ny * k);
      for (let i = 1; i < nx - 1; i++) {
        const at = row + i;
        if (mask[at] !== 1) continue;
        inside += data[at] ?? 0;
        for (const neighbour of [at - 1, at + 1, at - nx, at + nx, at - nx * ny, at + nx * ny]) {
          if (mask[neighbour] === 1) continue;
          edge += ((data[at] ?? 0) + (data[neighbour] ?? 0)) / 2;
          edgeCount++;
        }
      }
    }
  }
  if (edgeCount === 0 || inside <= 0) return 0;
  return edge / edgeCount / (inside / voxels);
}
