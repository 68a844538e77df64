import type { VoxelKernel } from '@graywise/physics';

/**
 * Adds to `energyMev` what decays leave in the voxels around them by a kernel, from source voxel to targets: few voxels are sources and the kernel of electrons is
 * small. Sources are at least the kernel's half size away from the grid's edge.
 */
export function spreadByKernel(
  decays: Float64Array,
  [nx, ny]: readonly [number, number, number],
  { halfSize: [hx, hy, hz], absorbedMev }: VoxelKernel,
  energyMev: Float64Array,
): void {
  const offsets: number[] = [];
  const shares: number[] = [];
  for (let k = -hz; k <= hz; k++)
    for (let j = -hy; j <= hy; j++)
      for (let i = -hx; i <= hx; i++) {
        offsets.push(i + nx * (j + ny * k));
        shares.push(absorbedMev[Math.abs(i) + (hx + 1) * (Math.abs(j) + (hy + 1) * Math.abs(k))] ?? 0);
      }
  for (let voxel = 0; voxel < decays.length; voxel++) {
    const count = decays[voxel] ?? 0;
    if (count === 0) continue;
    for (let n = 0; n < offsets.length; n++) {
      const target = voxel + (offsets[n] ?? 0);
      energyMev[target] = (energyMev[target] ?? 0) + count * (shares[n] ?? 0);
    }
  }
}
